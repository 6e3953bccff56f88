/** What a story does with a browser, the same in all three engines. Every step waits until it can be done, and fails saying what it waited for. */
export interface Page {
  readonly engine: Engine
  /** Where the product answers. */
  readonly address: string
  open(path: string): Promise<void>
  click(selector: string): Promise<void>
  /** Click the first element that fits and holds the text. */
  clickText(selector: string, text: string): Promise<void>
  /** Type into a field, or choose an option's value. */
  fill(selector: string, value: string): Promise<void>
  setFiles(selector: string, paths: readonly string[]): Promise<void>
  press(key: string): Promise<void>
  /** Wait until something that fits, and holds the text if one is given, is seen. */
  see(selector: string, text?: string): Promise<void>
  /** Wait until nothing that fits is seen. */
  unsee(selector: string): Promise<void>
  text(selector: string): Promise<string>
  count(selector: string): Promise<number>
  /** The value of a JavaScript expression, awaited in the page. */
  evaluate<T>(expression: string): Promise<T>
  /** From now on the browser has an authenticator that says yes; in engines that can pretend one. */
  addKeyDevice?(): Promise<void>
  /** The session that the browser holds. */
  session(): Promise<string>
  /** From now on the browser holds another. */
  takeSession(session: string): Promise<void>
  resize(width: number, height: number): Promise<void>
  screenshot(path: string): Promise<void>
  close(): Promise<void>
}

export type Engine = 'chromium' | 'firefox' | 'webkit'

export const patienceMs = 30_000

/** Try until it is true; every engine's waits are made of it. */
export async function until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patienceMs
  for (;;) {
    if (await isTrue().catch(() => false)) return
    if (Date.now() > end) throw new Error(`waited ${patienceMs / 1_000} s for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
}

export const sessionCookie = 'crm'

/** An expression for the first seen element that fits, holding the text. */
export const seen = (selector: string, text?: string): string =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].find((one) => one.checkVisibility() && ${text === undefined ? 'true' : `one.textContent.replaceAll('\\u00a0', ' ').includes(${JSON.stringify(text)})`})`
