import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Page, until } from '../page.ts'
import { type Story, enter } from '../story.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pages = [
  '/',
  '/contracts/trade',
  '/contracts/trade?s=voided',
  '/contracts/calendar?view=charts',
  '/contracts/trade/3',
  '/contracts/trade/3?tab=files',
  '/contracts/trade/3?tab=history',
  '/contracts/trade/3?tab=annexes',
  '/contracts/trade/3?tab=invoices',
  '/contracts/trade/new',
  '/contracts/scans',
  '/directory/parties',
  '/help',
  '/settings',
  '/admin/people',
  '/admin/rights',
  '/admin/groups',
  '/admin/requests',
  '/admin/journal',
  '/admin/mail',
  '/admin/security',
  '/admin/settings',
  '/notices',
] as const

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[]
}

/** As a click on a link does it: the page changes, the frame stays. */
async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `(() => { const link = Object.assign(document.createElement('a'), { href: ${JSON.stringify(path)} }); document.body.append(link); link.click(); link.remove() })()`,
  )
  await until(path, () => page.evaluate(`location.href.startsWith(location.origin + ${JSON.stringify(path)})`))
  await page.see('h1')
}

/** What a page is made of is the same in both themes; its colours are not. */
const rules = { light: {}, dark: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } } } as const

/** A story for each theme, so that both lanes have one of the longest. */
const accessible = (theme: 'light' | 'dark'): Story => ({
  name: `every page is accessible in the ${theme} theme (axe finds nothing)`,
  engines: ['chromium'],
  async run(page, world) {
    await enter(page, 'admin')
    const found: string[] = []
    await page.evaluate(`localStorage.setItem('crm.theme', '${theme}')`)
    await page.evaluate(
      `fetch('/trpc/platform.preferences.look', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ theme: '${theme}' }) }).then(() => true)`,
    )
    await page.open('/')
    await page.see('h1')
    await page.evaluate(`(() => { ${axe}; return true })()`)
    for (const path of pages) {
      await follow(page, path)
      await page.evaluate('new Promise((done) => setTimeout(done, 400))')
      await world.picture(page, `${theme}${path.replace(/\W+/g, '-')}`)
      const violations = await page.evaluate<Violation[]>(
        `axe.run(document, ${JSON.stringify({ ...rules[theme], resultTypes: ['violations'] })}).then((result) => result.violations)`,
      )
      found.push(
        ...violations.map(
          (one) =>
            `${path}: ${one.id} at ${one.nodes
              .map((node) => node.html.slice(0, 120))
              .slice(0, 2)
              .join(' | ')}`,
        ),
      )
    }
    if (found.length > 0) throw new Error(`axe found ${found.length}:\n${found.join('\n')}`)
  },
})

export const stories: readonly Story[] = [
  accessible('light'),
  accessible('dark'),
  {
    name: 'the list is walked by keys, and help opens by F1',
    engines: ['chromium', 'firefox'],
    async run(page) {
      await enter(page, 'anna', '/contracts/trade')
      await page.see('.crm-line')
      await page.press('/')
      await page.evaluate('document.querySelector("[role=grid]").focus()')
      await page.press('j')
      await page.press('j')
      await page.press('k')
      await page.see('.crm-line.is-at')
      await page.press('Enter')
      await page.see('h1', 'U/H/')
      await page.press('F1')
      await page.see('h1', 'Pomoc')
      await page.clickText('nav a', 'Lista i karta umowy')
      await page.see('article', 'Zdecydować do')
    },
  },
  {
    name: 'a change of one person shows on the open page of another',
    engines: ['chromium'],
    async run(page, world) {
      const other = await world.another()
      await enter(page, 'anna', '/contracts/trade/13')
      await page.see('h1', '0013')
      await enter(other, 'tomek', '/contracts/trade/13?edit=1')
      await other.fill('#field-subject', 'Zmienione obok')
      await other.click('.crm-savebar button[type=submit]')
      await page.see('h1', 'Zmienione obok')
      await other.close()
    },
  },
]
