import type { Engine, Page } from './page.ts'

export interface Story {
  readonly name: string
  readonly engines: readonly Engine[]
  run(page: Page, world: World): Promise<void>
}

interface World {
  readonly address: string
  /** A second browser of the same engine, for what two people do. */
  another(): Promise<Page>
  /** Keep a picture when they are asked for. */
  picture(page: Page, name: string): Promise<void>
}

export const everywhere: readonly Engine[] = ['chromium', 'firefox', 'webkit']

export const password = 'pokaz-umowy-2026'

export async function signIn(page: Page, login: string, path = '/'): Promise<void> {
  await page.open(path)
  await page.see('#field-login')
  await page.fill('#field-login', login)
  await page.fill('#field-password', password)
  await page.click('button[type=submit]')
  await page.see('.crm-frame')
}

const kept = new Map<string, string>()

/** Be somebody who has signed in already: what that takes, the captcha's work above all, is seen in the stories of signing in. */
export async function enter(page: Page, login: string, path = '/'): Promise<void> {
  const key = `${page.address} ${login}`
  const session = kept.get(key)
  if (session) await page.takeSession(session)
  await page.open(path)
  await page.see('.crm-frame, #field-login')
  // Another story ended it, or there is none yet.
  if ((await page.count('.crm-frame')) === 0) await signIn(page, login, path)
  kept.set(key, await page.session())
}

/** @throws Error naming both when they differ */
export function equal(actual: unknown, wanted: unknown, what: string): void {
  if (JSON.stringify(actual) !== JSON.stringify(wanted)) throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(wanted)}`)
}
