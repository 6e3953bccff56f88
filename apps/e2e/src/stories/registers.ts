import type { Page } from '../page.ts'
import { enter, equal, type Story } from '../story.ts'

/** Heads of the list's columns, as they are shown. */
const heads = (page: Page) => page.evaluate<string>('[...document.querySelectorAll("[role=columnheader]")].map((one) => one.textContent.trim()).filter(Boolean).join("|")')

/** What a person sets is sent in the next pause. */
const preferencesKept = (page: Page) => page.evaluate('new Promise((resolve) => setTimeout(resolve, 900))')

export const stories: readonly Story[] = [
  {
    name: 'a contract is deleted for good with a reason; its number stays listed, and its old address says so',
    engines: ['chromium'],
    async run(page, world) {
      await enter(page, 'anna', '/contracts/trade/41')
      await page.see('h1', '0041')
      await page.clickText('button', 'Usuń')
      await page.clickText('dialog button', 'Usuń')
      await page.clickText('button', 'Usuń na zawsze')
      await page.see('dialog', 'Powód usunięcia')
      await page.clickText('dialog button', 'Usuń na zawsze')
      await page.see('.invalid-feedback', 'Wypełnij')
      await page.fill('#field-reason', 'Założona dwa razy')
      await world.picture(page, 'destroy')
      await page.press('Enter')
      await page.see('.crm-message', 'Nic nie pasuje')
      await page.fill('select[aria-label="Skąd"]', 'voided')
      await page.see('.crm-line', 'Założona dwa razy')
      await page.see('.crm-line', 'Anna Kłosowska')
      await world.picture(page, 'voided')
      await page.fill('#register-search', 'zalozona')
      await page.see('[role=status]', '2 numery')
      await page.fill('#register-search', 'czego nie ma')
      await page.see('.crm-message', 'Nic nie pasuje')
      await page.open('/contracts/trade/41')
      await page.see('p', 'jest unieważniony')
      await page.see('p', 'Założona dwa razy')
      await world.picture(page, 'voided-address')
    },
  },
  {
    name: 'a view is where the list of a level begins, until somebody chooses none; columns of their own stay',
    engines: ['chromium'],
    async run(page, world) {
      await enter(page, 'anna', '/contracts/property?o=-number')
      await page.see('.crm-line')
      await page.clickText('button', 'Kolumny')
      await page.clickText('.crm-panel label', 'Powierzchnia')
      await page.clickText('button', 'Kolumny')
      await page.clickText('button', 'Widoki')
      await page.fill('#view-name', 'Od najnowszej')
      await page.clickText('.crm-panel button', 'Zapisz widok')
      await page.see('.crm-panel button', 'Od najnowszej')
      await page.click('.crm-panel [aria-label="Udostępnij: Od najnowszej"]')
      await page.clickText('dialog label', 'Wszyscy z dostępem')
      await page.clickText('dialog label', 'praca')
      await world.picture(page, 'share-view')
      await page.clickText('dialog button', 'Zapisz')
      await page.unsee('dialog')
      const shown = await heads(page)

      const reader = await world.another()
      await enter(reader, 'tomek', '/contracts/property')
      await reader.see('.crm-line')
      await reader.see('[role=columnheader][aria-sort=descending]', 'Numer')
      equal(await heads(reader), shown, 'the columns of the view')
      equal(await reader.evaluate('location.href'), await page.evaluate('location.href'), 'the address')
      await reader.clickText('button', 'Kolumny')
      await reader.clickText('.crm-panel label', 'Powierzchnia')
      await reader.clickText('button', 'Kolumny')
      const own = await heads(reader)
      await preferencesKept(reader)
      await reader.open('/contracts/property')
      await reader.see('.crm-line')
      await reader.see('[role=columnheader][aria-sort=descending]', 'Numer')
      equal(await heads(reader), own, 'the columns that the reader set')
      await reader.clickText('button', 'Widoki')
      await reader.see('.crm-panel', 'początek listy na Twoim poziomie')
      await world.picture(reader, 'views')
      await reader.click('.crm-panel [aria-label="Nie zaczynaj od tego widoku: Od najnowszej"]')
      await preferencesKept(reader)
      await reader.open('/contracts/property')
      await reader.see('.crm-line')
      equal(await reader.evaluate('location.search.includes("o=-number")'), false, 'the view in the address')
    },
  },
  {
    name: 'a field that an admin adds arrives as a hidden column with a notice; columns and order are kept',
    engines: ['chromium'],
    async run(page, world) {
      const other = await world.another()
      await enter(other, 'kasia', '/contracts/property')
      await other.see('.crm-line')
      await preferencesKept(other)
      const before = await heads(other)
      await enter(page, 'admin', '/admin/fields?register=contracts.property')
      await page.clickText('button', 'Dodaj pole')
      await page.fill('#field-pl', 'Kolor teczki')
      await page.fill('#field-kind', 'text')
      await page.clickText('dialog button', 'Zapisz')
      await page.see('td', 'Kolor teczki')
      await other.open('/contracts/property')
      await other.see('[data-new]', '1 nowa')
      await other.see('.crm-line')
      equal(await heads(other), before, 'the columns')
      await other.clickText('button', 'Kolumny')
      await other.see('.crm-panel label', 'Kolor teczki')
      await world.picture(other, 'new-column')
      await other.clickText('.crm-panel label', 'Kolor teczki')
      await other.clickText('button', 'Kolumny')
      await other.unsee('[data-new]')
      await other.see('[role=columnheader]', 'Kolor teczki')
      await other.clickText('.crm-sort', 'Obiekt')
      await other.see('[role=columnheader][aria-sort=ascending]', 'Obiekt')
      await preferencesKept(other)
      await other.open('/contracts/property')
      await other.see('[role=columnheader][aria-sort=ascending]', 'Obiekt')
      await other.see('[role=columnheader]', 'Kolor teczki')
    },
  },
  {
    name: 'who may not read amounts finds none: not in the list, its columns and filters, nor on the card',
    engines: ['chromium'],
    async run(page, world) {
      await enter(page, 'anna', '/contracts/trade?o=number')
      await page.see('.crm-totals', 'Wartość')
      const reader = await world.another()
      await enter(reader, 'jan', '/contracts/trade?o=number')
      await reader.see('.crm-line')
      equal((await heads(reader)).includes('Wartość'), false, 'a column of amounts')
      equal(await reader.count('.crm-totals'), 0, 'sums')
      await reader.clickText('button', 'Kolumny')
      await reader.see('.crm-panel label', 'Przedmiot')
      equal(await reader.evaluate('document.querySelector(".crm-panel").textContent.includes("Wartość")'), false, 'amounts among the columns')
      await world.picture(reader, 'no-amounts-list')
      await reader.open('/contracts/trade/3')
      await reader.see('dt', 'Waluta')
      equal(await reader.evaluate('/Wartość roczna|Limit/.test(document.querySelector("main").textContent)'), false, 'amounts on the card')
      equal(await reader.count('#tab-invoices'), 0, 'the tab of invoices')
      await world.picture(reader, 'no-amounts-card')
    },
  },
  {
    name: 'on a wide screen the record at which one is stands beside the list; keys move it, a second click opens it',
    engines: ['chromium'],
    async run(page, world) {
      await enter(page, 'tomek', '/contracts/trade?o=number')
      await page.resize(1600, 900)
      await page.click('[aria-label="Podgląd obok listy"]')
      await page.see('.crm-preview-pane', 'Wybierz wiersz')
      await page.click('.crm-line:nth-of-type(2) [role=gridcell]:nth-of-type(3)')
      await page.see('.crm-preview-pane h2', 'U/H/2026/0002')
      await page.see('.crm-preview-pane dt', 'Zdecydować do')
      await page.press('j')
      await page.see('.crm-preview-pane h2', 'U/H/2026/0003')
      await world.picture(page, 'preview')
      await page.press('Enter')
      await page.see('h1', 'U/H/2026/0003')
      await page.open('/contracts/trade?o=number')
      await page.see('.crm-preview-pane', 'Wybierz wiersz')
      await page.click('[aria-label="Podgląd obok listy"]')
      await page.unsee('.crm-preview-pane')
      await preferencesKept(page)
    },
  },
]
