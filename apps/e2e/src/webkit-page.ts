import { type ChildProcess, spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { type Page, seen, sessionCookie, until } from './page.ts'

export const driverPath = '/usr/bin/WebKitWebDriver'
export const browserPath = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'
export const displayPath = '/usr/bin/Xvfb'

const elementKey = 'element-6066-11e4-a52e-4f735466cecf'
const keys: Readonly<Record<string, string>> = { Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004', ArrowDown: '\uE015', ArrowUp: '\uE013', F1: '\uE031' }

/** WebKit, which stands for Safari: plain WebDriver over HTTP, on a screen that nobody sees. */
export async function openWebkit(base: string): Promise<Page> {
  const display = `:${90 + Math.floor(Math.random() * 800)}`
  const screen = start(displayPath, [display, '-screen', '0', '1460x1000x24', '-nolisten', 'tcp'])
  await new Promise((resolve) => setTimeout(resolve, 600))
  const port = await freePort()
  const driver = start(driverPath, [`--port=${port}`, '--host=127.0.0.1'], { DISPLAY: display, LANG: 'pl_PL.UTF-8' })
  const send = (method: string, path: string, body?: object) => ask(`http://127.0.0.1:${port}${path}`, method, body)
  await until('the driver', async () => Boolean(await send('GET', '/status')))
  const made = (await send('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: browserPath, args: ['--automation'] } } } })) as {
    sessionId: string
  }
  const session = `/session/${made.sessionId}`
  await send('POST', `${session}/window/rect`, { width: 1440, height: 900 }).catch(() => null)

  const evaluate = async <T>(expression: string): Promise<T> =>
    (await send('POST', `${session}/execute/async`, {
      script: `const done = arguments[arguments.length - 1]; (async () => (${expression}))().then(done, (error) => done({ crmError: String(error) }))`,
      args: [],
    })) as T
  const find = async (selector: string, text?: string): Promise<string> => {
    await until(`${selector}${text ? ` with "${text}"` : ''}`, () => evaluate<boolean>(`Boolean(${seen(selector, text)})`))
    const found = (await send('POST', `${session}/execute/sync`, { script: `return ${seen(selector, text)}`, args: [] })) as Record<string, string>
    return found[elementKey] ?? ''
  }
  const click = async (selector: string, text?: string) => {
    // Found anew at each try: a page that is drawn again has another one there, and a dialog that is just closing is still above it.
    await until(`a click at ${selector}`, async () => {
      const element = await find(selector, text)
      await send('POST', `${session}/execute/sync`, { script: "arguments[0].scrollIntoView({ block: 'center' })", args: [{ [elementKey]: element }] })
      await send('POST', `${session}/element/${element}/click`, {})
      return true
    })
  }
  return {
    engine: 'webkit',
    address: base,
    open: async (path) => void (await send('POST', `${session}/url`, { url: new URL(path, base).href })),
    click: (selector) => click(selector),
    clickText: (selector, text) => click(selector, text),
    async fill(selector, value) {
      const element = await find(selector)
      const kind = await evaluate<string>(`((one) => one.tagName === 'SELECT' ? 'select' : one.type)(${seen(selector)})`)
      if (kind === 'select' || kind === 'date') {
        // What a person does with a picker, WebDriver cannot: the value and the event that follows it.
        await evaluate(
          `((one) => { one.value = ${JSON.stringify(value)}; one.dispatchEvent(new Event('input', { bubbles: true })); one.dispatchEvent(new Event('change', { bubbles: true })) })(${seen(selector)})`,
        )
        return
      }
      if (value === '') {
        await send('POST', `${session}/element/${element}/clear`, {})
        return void (await evaluate(`${seen(selector)}.dispatchEvent(new Event('input', { bubbles: true }))`))
      }
      // Typed over what is there, as a person does: WebDriver's own clearing leaves the field for a moment, and a field that is left shows its last valid value again.
      await evaluate(`((one) => { one.focus(); one.select?.() })(${seen(selector)})`)
      await send('POST', `${session}/element/${element}/value`, { text: value })
    },
    async setFiles(selector, paths) {
      const found = (await send('POST', `${session}/element`, { using: 'css selector', value: selector })) as Record<string, string>
      await send('POST', `${session}/element/${found[elementKey]}/value`, { text: paths.join('\n') })
    },
    async press(key) {
      const value = keys[key] ?? key
      await send('POST', `${session}/actions`, {
        actions: [
          {
            type: 'key',
            id: 'keys',
            actions: [
              { type: 'keyDown', value },
              { type: 'keyUp', value },
            ],
          },
        ],
      })
    },
    see: (selector, text) => until(`${selector}${text ? ` with "${text}"` : ''}`, () => evaluate<boolean>(`Boolean(${seen(selector, text)})`)),
    unsee: (selector) => until(`no ${selector}`, () => evaluate<boolean>(`!(${seen(selector)})`)),
    text: (selector) => evaluate<string>(`${seen(selector)}?.textContent ?? ''`),
    count: (selector) => evaluate<number>(`document.querySelectorAll(${JSON.stringify(selector)}).length`),
    evaluate,
    session: async () => String(((await send('GET', `${session}/cookie/${sessionCookie}`)) as { value: string }).value),
    async takeSession(value) {
      // A cookie is of the page that is open, whichever.
      await send('POST', `${session}/url`, { url: new URL('/healthz', base).href })
      await send('POST', `${session}/cookie`, { cookie: { name: sessionCookie, value, path: '/', httpOnly: true, sameSite: 'Lax' } })
    },
    resize: async (width, height) => void (await send('POST', `${session}/window/rect`, { width, height })),
    async screenshot(path) {
      await evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))')
      await writeFile(path, Buffer.from(String(await send('GET', `${session}/screenshot`)), 'base64'))
    },
    async close() {
      await send('DELETE', session).catch(() => null)
      driver.kill()
      screen.kill()
    },
  }
}

function start(program: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: 'ignore' })
  process.on('exit', () => child.kill())
  return child
}

async function ask(url: string, method: string, body?: object): Promise<unknown> {
  const answer = await fetch(url, { method, ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}) })
  const { value } = (await answer.json()) as { value: unknown } // WebDriver's envelope
  if (!answer.ok) throw new Error(`WebDriver: ${JSON.stringify(value).slice(0, 300)}`)
  return value
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number } // listening on TCP
      server.close(() => resolve(port))
    })
  })
