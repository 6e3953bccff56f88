import { type Browser, type BrowserContext, chromium, firefox } from 'playwright-core'
import { type Engine, type Page, patienceMs, seen, sessionCookie, until } from './page.ts'

export const chromiumPath = '/usr/bin/chromium'
export const firefoxPath = '/usr/bin/firefox-esr'

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** A browser reads file names in the language of its environment; without one, a Polish name is no file at all to it. */
const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' } as Record<string, string> // the process's own texts

const running = new Map<Engine, Promise<Browser>>()

/** One browser of each engine for all stories: starting Firefox takes longer than most of them. */
function browserOf(engine: 'chromium' | 'firefox'): Promise<Browser> {
  const known = running.get(engine)
  if (known) return known
  const started =
    engine === 'chromium'
      ? chromium.launch({ executablePath: chromiumPath, args: quiet, env })
      : firefox.launch({ channel: 'moz-firefox', executablePath: firefoxPath, env } as object)
  running.set(engine, started)
  return started
}

/** A browser that nobody looks at still draws. */
export async function closePlaywright(engine: Engine): Promise<void> {
  await (await running.get(engine))?.close()
}

/** A page of a person of their own: no cookie and nothing kept is shared with another. */
export async function openPlaywright(engine: 'chromium' | 'firefox', base: string): Promise<Page> {
  const browser = await browserOf(engine)
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'pl-PL', timezoneId: 'Europe/Warsaw' })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  const evaluate = <T>(expression: string) => page.evaluate<T>(expression)
  return {
    engine,
    address: base,
    open: async (path) => void (await page.goto(new URL(path, base).href)),
    click: (selector) => page.locator(selector).locator('visible=true').first().click(),
    clickText: (selector, text) => page.locator(selector, { hasText: text }).locator('visible=true').first().click(),
    async fill(selector, value) {
      const field = page.locator(selector).first()
      const isSelect = await field.evaluate((element) => element.tagName === 'SELECT')
      if (isSelect) await field.selectOption(value)
      else await field.fill(value)
    },
    setFiles: (selector, paths) =>
      page
        .locator(selector)
        .first()
        .setInputFiles([...paths]),
    press: (key) => page.keyboard.press(key),
    see: (selector, text) => until(`${selector}${text ? ` with "${text}"` : ''}`, () => evaluate<boolean>(`Boolean(${seen(selector, text)})`)),
    unsee: (selector) => until(`no ${selector}`, () => evaluate<boolean>(`!(${seen(selector)})`)),
    text: (selector) => evaluate<string>(`${seen(selector)}?.textContent ?? ''`),
    count: (selector) => page.locator(selector).count(),
    evaluate,
    ...(engine === 'chromium'
      ? {
          async addKeyDevice() {
            const session = await context.newCDPSession(page)
            await session.send('WebAuthn.enable')
            await session.send('WebAuthn.addVirtualAuthenticator', {
              options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
            })
          },
        }
      : {}),
    session: async () => (await context.cookies(base)).find((cookie) => cookie.name === sessionCookie)?.value ?? '',
    takeSession: (value) => context.addCookies([{ name: sessionCookie, value, url: base, httpOnly: true, sameSite: 'Lax' }]),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: async (path) => void (await page.screenshot({ path })),
    close: () => context.close(),
  }
}
