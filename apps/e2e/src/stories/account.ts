import { oneTimeCode } from '../one-time-code.ts'
import { equal, everywhere, password, type Story, signIn } from '../story.ts'
import type { Page } from '../page.ts'

const phrase = 'zielony tramwaj gubi klucze'

async function signInWith(page: Page, login: string, secret: string, home = '/'): Promise<void> {
  await page.open(home)
  await page.see('#field-login')
  await page.fill('#field-login', login)
  await page.fill('#field-password', secret)
  await page.click('button[type=submit]')
}

const signOut = (page: Page) => page.evaluate('fetch("/trpc/platform.session.signOut", { method: "POST" }).then((answer) => answer.status)')

/** A one-time password for somebody, as an admin gives it. */
async function issue(page: Page, name: string): Promise<string> {
  await signIn(page, 'admin', '/admin/people')
  await page.clickText('[role=row] a', name)
  await page.click('[data-right="admin.people.resetPassword"]')
  await page.see('dialog', name)
  await page.clickText('dialog footer button', 'Wystaw hasło')
  await page.see('dialog code')
  return page.text('dialog code')
}

export const stories: readonly Story[] = [
  {
    name: 'a one-time password must be changed before anything else, and the old one is worth nothing',
    engines: ['chromium'],
    async run(page, world) {
      const once = await issue(page, 'Marek Świerczyński')
      await world.picture(page, 'one-time-password')
      await signOut(page)
      await signInWith(page, 'marek', once)
      await page.see('h2', 'Czas na nowe hasło')
      await world.picture(page, 'must-change')
      await page.fill('#field-current-password', once)
      await page.fill('#field-new-password', 'Umowa2026!Umowa2026!')
      await page.see('.crm-strength', 'Siła hasła')
      await page.click('button[type=submit]')
      await page.see('.invalid-feedback', 'Za łatwe')
      await page.fill('#field-new-password', phrase)
      await page.see('.crm-strength', 'bardzo dobre')
      await world.picture(page, 'must-change-good')
      await page.click('button[type=submit]')
      await page.see('.crm-frame')
    },
  },
  {
    name: 'a password that ends under an open form is changed over it, and nothing is lost',
    engines: ['chromium'],
    async run(page, world) {
      await signIn(page, 'tomek', '/contracts/trade/new')
      await page.see('#field-subject')
      await page.fill('#field-subject', 'Nie przepadnie')
      const other = await world.another()
      const once = await issue(other, 'Tomasz')
      await other.close()
      await page.fill('#field-parties', 'Granit')
      // The admin's new password ended the session; signing in again with it asks for a change, all in the dialog.
      await page.see('dialog', 'Sesja wygasła')
      await page.fill('dialog #field-password', once)
      await page.click('dialog button[type=submit]')
      await page.see('dialog', 'Czas na nowe hasło')
      await page.fill('dialog #field-current-password', once)
      await page.fill('dialog #field-new-password', phrase)
      await page.click('dialog button[type=submit]')
      await page.unsee('dialog')
      equal(await page.evaluate('document.querySelector("#field-subject").value'), 'Nie przepadnie', 'the subject')
    },
  },
  {
    name: 'after wrong passwords a proof of work is solved unseen, and the right one opens',
    engines: everywhere,
    async run(page) {
      await page.open('/')
      await page.see('#field-login')
      await page.fill('#field-login', 'prezes')
      for (let number = 0; number < 6; number += 1) {
        await page.fill('#field-password', `zupełnie inne ${number}`)
        await page.click('button[type=submit]')
        await page.see('[role=alert]', 'się nie zgadza')
      }
      await page.fill('#field-password', password)
      await page.click('button[type=submit]')
      await page.see('.crm-frame')
    },
  },
  {
    name: 'an authenticator app is connected, asked for at the next sign-in, and removed',
    engines: ['chromium'],
    async run(page, world) {
      await signIn(page, 'anna', '/settings')
      await page.see('#factor')
      await world.picture(page, 'account')
      await page.clickText('#factor button', 'Połącz aplikację')
      await page.fill('dialog #field-factor-password', password)
      await page.click('dialog button[type=submit]')
      await page.see('dialog .crm-qr')
      await world.picture(page, 'connect-app')
      const secret = (await page.text('dialog code')).replaceAll(' ', '')
      await page.fill('dialog #field-code', oneTimeCode(secret))
      await page.click('dialog button[type=submit]')
      await page.see('dialog .crm-codes')
      await world.picture(page, 'recovery-codes')
      await page.clickText('dialog button', 'Zapisałem')
      await page.see('#factor', 'Połączona')
      await signOut(page)
      await signInWith(page, 'anna', password)
      await page.see('h2', 'Drugi krok')
      await world.picture(page, 'second-step')
      await page.fill('#field-code', '000000')
      await page.click('button[type=submit]')
      await page.see('[role=alert]', 'kod się nie zgadza')
      await page.fill('#field-code', oneTimeCode(secret, { ahead: 1 }))
      await page.click('button[type=submit]')
      await page.see('.crm-frame')
      await page.open('/settings')
      await page.see('#factor', 'Połączona')
      await page.clickText('#factor button', 'Usuń')
      await page.fill('dialog #field-factor-password', password)
      await page.click('dialog button[type=submit]')
      await page.see('#factor', 'Nie jest ustawiony')
    },
  },
  {
    name: 'a key of the device is made and opens the second step',
    engines: ['chromium'],
    async run(page, world) {
      await page.addKeyDevice?.()
      // A key belongs to a name; an address of numbers is none.
      const home = world.address.replace('127.0.0.1', 'localhost')
      await signIn(page, 'anna', `${home}/settings`)
      await page.clickText('#factor button', 'Dodaj klucz')
      await page.fill('dialog #field-factor-password', password)
      await page.click('dialog button[type=submit]')
      await page.fill('dialog #field-key-name', 'Laptop w biurze')
      await page.click('dialog button[type=submit]')
      await page.see('dialog .crm-codes')
      await page.clickText('dialog button', 'Zapisałem')
      await page.see('#factor', 'Laptop w biurze')
      await signOut(page)
      await signInWith(page, 'anna', password, home)
      await page.see('h2', 'Drugi krok')
      await page.clickText('button', 'Użyj klucza')
      await page.see('.crm-frame')
      await page.open(`${home}/settings`)
      await page.see('#factor', 'Laptop w biurze')
      await page.clickText('#factor button', 'Usuń')
      await page.fill('dialog #field-factor-password', password)
      await page.click('dialog button[type=submit]')
      await page.unsee('dialog')
    },
  },
  {
    name: 'a person sees where they are signed in, and ends the other session',
    engines: ['chromium'],
    async run(page, world) {
      const other = await world.another()
      await signIn(other, 'anna')
      await signIn(page, 'anna', '/settings')
      await page.see('#sessions', 'ta przeglądarka')
      await page.clickText('#sessions button', 'Zakończ wszystkie inne')
      await page.see('.crm-toasts', 'Sesja zakończona')
      await other.see('dialog', 'Sesja wygasła')
      await other.close()
    },
  },
  {
    name: 'an admin changes a setting, sees a wrong one at its place, and the events of security',
    engines: ['chromium'],
    async run(page, world) {
      await signIn(page, 'admin', '/admin/settings')
      await page.see('#field-platform-password-maxAgeDays')
      await world.picture(page, 'system-settings')
      await page.fill('#field-platform-password-maxAgeDays', '99999')
      await page.see('.invalid-feedback', 'od 0 do 3650')
      await page.fill('#field-platform-password-maxAgeDays', '120')
      await page.fill('#field-platform-signIn-officeNetworks', 'nasze biuro')
      await page.clickText('.crm-savebar button', 'Zapisz')
      await page.see('.invalid-feedback', 'nasze biuro')
      await page.fill('#field-platform-signIn-officeNetworks', '203.0.113.0/24')
      await page.clickText('.crm-savebar button', 'Zapisz')
      await page.unsee('.crm-savebar')
      await page.open('/admin/settings')
      await page.see('#field-platform-password-maxAgeDays')
      equal(await page.evaluate('document.querySelector("#field-platform-password-maxAgeDays").value'), '120', 'the saved setting')
      await page.open('/admin/security')
      await page.see('h1', 'Zdarzenia bezpieczeństwa')
      await page.see('[role=gridcell]')
      await world.picture(page, 'security')
      await page.open('/admin/sessions')
      await page.see('[role=row]', 'ta sesja')
      await world.picture(page, 'sessions')
    },
  },
  {
    name: 'a forgotten password is answered in the same words for anybody',
    engines: ['chromium'],
    async run(page, world) {
      await page.open('/')
      await page.clickText('button', 'Nie pamiętam hasła')
      await page.fill('#field-forgot-login', 'nie-ma-takiego@firma.example')
      await page.click('button[type=submit]')
      await page.see('[role=status]', 'Jeśli takie konto istnieje')
      await world.picture(page, 'forgot')
      await page.open('/#renew=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')
      await page.evaluate('location.reload()')
      await page.see('[role=alert]', 'już użyty albo wygasł')
    },
  },
]
