import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '../page.ts'
import { writeSamplePdf } from '../sample-pdf.ts'
import { equal, everywhere, type Story, enter } from '../story.ts'

async function pick(page: Page, field: string, text: string): Promise<void> {
  await page.fill(field, text)
  await page.see('[role=option][aria-selected=true]', text)
  await page.press('Enter')
}

async function addContract(page: Page, subject: string): Promise<void> {
  await page.open('/contracts/trade/new')
  await page.see('#field-subject')
  await page.fill('#field-kind', 'services')
  await page.fill('#field-direction', 'cost')
  await page.fill('#field-subject', subject)
  await pick(page, '#field-parties', 'Granit')
  await page.fill('#field-startsOn', '2026-12-01')
  await page.fill('#field-endsOn', '2027-11-30')
  await page.fill('#field-noticeCount', '1')
  await page.fill('#field-noticeUnit', 'months')
  await page.fill('#field-value', '1 500,5')
}

export const stories: readonly Story[] = [
  {
    name: 'the list is searched without diacritics and filtered by column; the address keeps it',
    engines: everywhere,
    async run(page, world) {
      await enter(page, 'anna', '/contracts/trade')
      await page.see('[data-count]', '300 pozycji')
      await page.see('.crm-line')
      await world.picture(page, 'list')
      await page.fill('#register-search', 'oddzial lodz')
      await page.see('.crm-line', 'oddział Łódź')
      await page.fill('#register-search', '')
      await page.clickText('button', 'Dodaj filtr')
      await page.fill('#field-filter-field', 'status')
      await page.click('fieldset input')
      await world.picture(page, 'filter')
      await page.clickText('.crm-panel button', 'Zastosuj')
      await page.see('.crm-chip', 'Stan jest jednym z Projekt')
      const count = await page.evaluate<string>(
        'fetch("/trpc/contracts.trade.count?input=" + encodeURIComponent(JSON.stringify({ filter: { all: [{ field: "status", op: "oneOf", value: ["draft"] }] } }))).then((answer) => answer.json()).then((body) => String(body.result.data.count))',
      )
      await page.see('[data-count]', count)
      await page.evaluate('location.reload()')
      await page.see('.crm-chip', 'Stan jest jednym z Projekt')
      await page.see('[data-count]', count)
    },
  },
  {
    name: 'a contract is added, its number given and its deadlines computed',
    engines: everywhere,
    async run(page, world) {
      await enter(page, 'tomek', '/contracts/trade')
      await page.clickText('button', 'Dodaj umowę')
      await page.see('.crm-savebar')
      await page.click('.crm-savebar button[type=submit]')
      await page.see('[role=alert]', 'wymagają poprawy')
      await world.picture(page, 'form-errors')
      await addContract(page, 'Przegląd dźwigów')
      await page.see('output', '30.11.2027')
      await world.picture(page, 'form')
      await page.click('.crm-savebar button[type=submit]')
      await page.see('h1', 'Przegląd dźwigów')
      await page.see('h1', 'U/H/2026/')
      await page.see('dd', '31.10.2027')
      await page.see('dd', '1 500,50')
      await page.see('dd', 'Granit')
      await world.picture(page, 'record')
    },
  },
  {
    name: 'an annex changes the terms from its day on, and the slider shows the contract before and after',
    engines: everywhere,
    async run(page, world) {
      await enter(page, 'tomek', '/contracts/trade')
      await addContract(page, `Serwis z aneksem ${page.engine}`)
      await page.click('.crm-savebar button[type=submit]')
      await page.see('h1', `Serwis z aneksem ${page.engine}`)
      await page.click('#tab-annexes')
      await page.clickText('button', 'Dodaj aneks')
      await page.fill('#field-annex-signedOn', '2026-12-01')
      await page.fill('#field-annex-startsOn', '2026-11-01')
      await page.fill('#field-annex-pick', 'value')
      await page.fill('#field-annex-change-value', '2 000')
      await page.clickText('dialog button', 'Zapisz aneks')
      await page.see('.invalid-feedback', 'wcześniejszy niż umowa')
      await world.picture(page, 'annex-form')
      await page.fill('#field-annex-startsOn', '2027-03-01')
      await page.clickText('dialog button', 'Zapisz aneks')
      await page.see('[data-annex="1"]', '2 000,00')
      await page.fill('#field-terms-day', '2027-03-01')
      await page.see('[data-term=value]', '2 000,00')
      await page.fill('#field-terms-day', '2027-02-28')
      await page.see('[data-term=value]', '1 500,50')
      await page.fill('#field-terms-than', '2027-03-01')
      await page.see('[data-term=value]', '2 000,00')
      await world.picture(page, 'annexes')
      await page.click('#tab-history')
      await page.see('li', 'dodanie aneksu')
    },
  },
  {
    name: 'invoices add up against the limit, warn at 80 %, and have files of their own',
    engines: ['chromium'],
    async run(page, world) {
      await enter(page, 'tomek', '/contracts/trade')
      await addContract(page, 'Serwis z fakturami')
      await page.fill('#field-spendLimit', '1 000')
      await page.click('.crm-savebar button[type=submit]')
      await page.see('h1', 'Serwis z fakturami')
      await page.click('#tab-invoices')
      await page.clickText('button', 'Dodaj fakturę')
      await page.fill('#field-invoice-number', 'FV/1')
      await page.fill('#field-invoice-gross', '1000,35')
      await world.picture(page, 'invoice-form')
      await page.clickText('dialog button', 'Zapisz fakturę')
      await page.see('[data-invoice="FV/1"]', '813,29')
      await page.see('[data-limit]', '81,33%')
      await page.see('[data-sum]', '813,29')
      await world.picture(page, 'invoices')
      const path = join(mkdtempSync(join(tmpdir(), 'crm-files-')), 'FV-1.pdf')
      writeSamplePdf(path, 'Faktura FV/1')
      await page.click('[data-invoice="FV/1"] [aria-label^=Pliki]')
      await page.setFiles('#attach-files', [path])
      await page.see('dialog [data-file="FV-1.pdf"]')
      await world.picture(page, 'invoice-files')
      await page.click('dialog [aria-label=Zamknij]')
      await page.see('[data-invoice="FV/1"] [aria-label^=Pliki]', '1')
      await page.click('#tab-files')
      await page.see('[data-file="FV-1.pdf"] [data-part]', 'Faktura FV/1')
      await world.picture(page, 'files-of-parts')
    },
  },
  {
    name: 'a contract is edited and its history shows both values',
    engines: everywhere,
    async run(page, world) {
      await enter(page, 'tomek', '/contracts/trade/7')
      await page.see('h1', 'U/H/2026/0007')
      await page.clickText('button', 'Edytuj')
      await page.fill('#field-subject', 'Zmieniony przedmiot')
      await page.fill('#field-value', '12,345')
      await page.click('.crm-savebar button[type=submit]')
      await page.see('.invalid-feedback', 'dwa miejsca')
      await page.fill('#field-value', '98 765,43')
      await page.click('.crm-savebar button[type=submit]')
      await page.see('h1', 'Zmieniony przedmiot')
      await page.evaluate('(window.print = () => { document.title = "on paper" }, null)')
      await page.click('[aria-label=Drukuj]')
      await page.evaluate('new Promise((resolve) => { const wait = () => (document.title === "on paper" ? resolve(null) : setTimeout(wait, 50)); wait() })')
      await page.click('#tab-history')
      await page.see('li', 'Tomasz Ćwierciak')
      await page.see('dd', '98 765,43')
      await world.picture(page, 'history')
      await page.see('li', 'wydruk')
    },
  },
  {
    name: 'a PDF is attached, read, downloaded, and all of it is in the history',
    engines: everywhere,
    async run(page, world) {
      const folder = mkdtempSync(join(tmpdir(), 'crm-files-'))
      const path = join(folder, `Umowa żółta ${page.engine}.pdf`)
      writeSamplePdf(path, 'Umowa U/H/2026/0009')
      const wrong = join(folder, 'podszyty.png')
      writeSamplePdf(wrong, 'not a picture')
      await enter(page, 'tomek', '/contracts/trade/9?tab=files')
      await page.see('.crm-drop')
      await page.setFiles('#attach-files', [path, wrong])
      await page.see(`[data-file="Umowa żółta ${page.engine}.pdf"]`)
      await page.see('[role=alert]', 'treść nie zgadza się z nazwą')
      await world.picture(page, 'files')
      const id = await page.evaluate<string>(`document.querySelector('[data-file="Umowa żółta ${page.engine}.pdf"] a').getAttribute('href')`)
      equal(await page.evaluate(`fetch(${JSON.stringify(id)}).then(async (answer) => [answer.status, (await answer.text()).slice(0, 8)])`), [200, '%PDF-1.4'], 'the download')
      equal(
        await page.evaluate(`fetch(${JSON.stringify(id)}, { headers: { range: 'bytes=0-3' } }).then(async (answer) => [answer.status, await answer.text()])`),
        [206, '%PDF'],
        'a range of it',
      )
      await page.click(`[data-file="Umowa żółta ${page.engine}.pdf"] [aria-label^=Podgląd]`)
      await page.see('dialog iframe')
      await page.click('dialog [aria-label=Zamknij]')
      await page.click('#tab-history')
      await page.see('li', 'dołączenie pliku')
      await page.see('li', 'pobranie pliku')
      // A worker has drawn it meanwhile.
      await page.click('#tab-files')
      await page.see(`[data-file="Umowa żółta ${page.engine}.pdf"] .crm-thumb img`)
      await world.picture(page, 'thumbs')
    },
  },
  {
    name: 'two people edit one contract: the second merges field by field and nothing is lost',
    engines: ['chromium'],
    async run(page, world) {
      const other = await world.another()
      await enter(page, 'tomek', '/contracts/trade/11?edit=1')
      await enter(other, 'anna', '/contracts/trade/11?edit=1')
      await other.fill('#field-subject', 'Przedmiot Anny')
      await other.fill('#field-notes', 'Uwagi Anny')
      await other.click('.crm-savebar button[type=submit]')
      await other.see('h1', 'Przedmiot Anny')
      await page.fill('#field-subject', 'Przedmiot Tomka')
      await page.fill('#field-storagePlace', 'Szafa Tomka')
      await page.click('.crm-savebar button[type=submit]')
      await page.see('dialog', 'Ktoś zmienił tę pozycję')
      await world.picture(page, 'merge')
      await page.clickText('dialog button', 'Zapisz scalone')
      await page.see('h1', 'Przedmiot Tomka')
      await page.see('dd', 'Uwagi Anny')
      await page.see('dd', 'Szafa Tomka')
      await other.see('h1', 'Przedmiot Tomka')
      await other.close()
    },
  },
]
