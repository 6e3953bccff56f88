import { equal, everywhere, password, type Story, signIn } from '../story.ts'

export const stories: readonly Story[] = [
  {
    name: 'a wrong password is refused in words, the right one opens the start page',
    engines: everywhere,
    async run(page, world) {
      await page.open('/')
      await page.see('#field-login')
      await world.picture(page, 'sign-in')
      await page.fill('#field-login', 'anna')
      await page.fill('#field-password', 'zupełnie inne')
      await page.click('button[type=submit]')
      await page.see('[role=alert]', 'się nie zgadza')
      equal(await page.evaluate('document.querySelector("#field-login").value'), 'anna', 'the login stays')
      await page.fill('#field-password', password)
      await page.click('button[type=submit]')
      await page.see('h1', 'Anna Kłosowska')
      await world.picture(page, 'start')
    },
  },
  {
    name: 'the screens speak English when asked, and Polish again',
    engines: everywhere,
    async run(page) {
      await signIn(page, 'anna', '/settings')
      await page.fill('#field-language', 'en')
      await page.see('h1', 'Settings')
      await page.see('.crm-menu', 'Trade contracts')
      await page.fill('#field-language', 'pl')
      await page.see('h1', 'Ustawienia')
      await page.open('/contracts/trade')
      await page.see('[data-count]', '300 pozycji')
    },
  },
  {
    name: 'signing out ends the session for the server too',
    engines: ['chromium'],
    async run(page) {
      await signIn(page, 'anna')
      await page.clickText('.crm-top button', 'Anna')
      await page.clickText('.crm-choice', 'Wyloguj')
      await page.see('#field-login')
      equal(await page.evaluate('fetch("/trpc/contracts.trade.count?input={}").then((answer) => answer.status)'), 401, 'the status of a call afterwards')
    },
  },
  {
    name: 'a session that ends under an open form is taken up again without losing a word',
    engines: ['chromium', 'firefox'],
    async run(page, world) {
      await signIn(page, 'tomek', '/contracts/trade/new')
      await page.see('#field-subject')
      await page.fill('#field-subject', 'Nie przepadnie')
      const cookie = await page.evaluate('fetch("/trpc/platform.session.signOut", { method: "POST" }).then((answer) => answer.status)')
      equal(cookie, 200, 'the sign-out behind the page')
      await page.fill('#field-parties', 'Granit')
      await page.see('dialog', 'Sesja wygasła')
      await world.picture(page, 'session-ended')
      await page.fill('dialog #field-password', password)
      await page.click('dialog button[type=submit]')
      await page.unsee('dialog')
      equal(await page.evaluate('document.querySelector("#field-subject").value'), 'Nie przepadnie', 'the subject')
    },
  },
]
