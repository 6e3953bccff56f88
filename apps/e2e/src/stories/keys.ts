import { equal, type Story, enter } from '../story.ts'

export const stories: readonly Story[] = [
  {
    name: 'the keyboard leads through a list, from card to card and to another app',
    engines: ['chromium', 'firefox'],
    async run(page, world) {
      await enter(page, 'tomek', '/contracts/trade')
      await page.see('.crm-line')
      const addresses = await page.evaluate<string[]>('[...document.querySelectorAll(".crm-line a")].slice(0, 3).map((one) => one.getAttribute("href"))')
      await page.press('j')
      await page.see('.crm-line.is-at')
      await page.press('x')
      await page.see('.crm-bulk', '1')
      await page.press('Enter')
      await page.see('[role=tablist]')
      equal(await page.evaluate('location.pathname'), addresses[0], 'the first record')
      await page.press('j')
      await page.evaluate(`new Promise((done) => { const look = () => (location.pathname === ${JSON.stringify(addresses[1])} ? done() : setTimeout(look, 30)); look() })`)
      await page.see('[aria-label="Następna pozycja"]')
      await page.press('j')
      await page.evaluate(`new Promise((done) => { const look = () => (location.pathname === ${JSON.stringify(addresses[2])} ? done() : setTimeout(look, 30)); look() })`)
      await page.see('[aria-label="Poprzednia pozycja"]')
      await page.press('k')
      await page.evaluate(`new Promise((done) => { const look = () => (location.pathname === ${JSON.stringify(addresses[1])} ? done() : setTimeout(look, 30)); look() })`)
      await page.see('[role=tablist]')
      await page.press('?')
      await page.see('dialog', 'Następna pozycja')
      await page.see('dialog', 'g c')
      await world.picture(page, 'keys')
      await page.press('Escape')
      await page.unsee('dialog')
      await page.press('g')
      await page.press('d')
      await page.see('h1', 'Kontrahenci')
      await page.see('.crm-line')
      await page.press('/')
      equal(await page.evaluate('document.activeElement.id'), 'register-search', 'the focus')
    },
  },
]
