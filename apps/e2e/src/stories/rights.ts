import { equal, type Story, enter } from '../story.ts'

export const stories: readonly Story[] = [
  {
    name: 'a right given in the table opens the menu of an open page, and its taking shuts it',
    engines: ['chromium', 'firefox'],
    async run(page, world) {
      const other = await world.another()
      await enter(other, 'gosc')
      await other.unsee('.crm-menu a[href="/directory/parties"]')
      await enter(page, 'admin', '/admin/rights?q=Kontrahenci')
      await page.see('.crm-grid-cell')
      // Columns are made where one looks.
      await page.evaluate('void (document.querySelector(".crm-grid-scroll").scrollLeft = 5_000)')
      await page.see('.crm-grid-column button', 'Pustelnik')
      const guest = await page.evaluate<string>(
        '[...document.querySelectorAll(".crm-grid-column button")].find((one) => one.textContent.includes("Pustelnik")).closest(".crm-grid-column").getAttribute("aria-colindex")',
      )
      const cell = `#grid-1-${Number(guest) - 2}`
      await page.click(cell)
      await page.see(`${cell}.is-changed`)
      await page.clickText('button', 'Pokaż skutek')
      await page.see('[data-effect]', 'Zofia Pustelnik')
      await world.picture(page, 'rights-effect')
      await page.clickText('dialog button', 'Zapisz zmiany')
      await page.unsee('dialog')
      await other.see('.crm-menu a[href="/directory/parties"]')
      await page.see(`${cell}.is-held`)
      await world.picture(page, 'rights')
      await page.click(cell)
      await page.clickText('button', 'Pokaż skutek')
      await page.clickText('dialog button', 'Zapisz zmiany')
      await other.unsee('.crm-menu a[href="/directory/parties"]')
      await other.close()
    },
  },
  {
    name: 'the table of rights is walked by keys: arrows, space, Enter for why',
    engines: ['chromium', 'firefox'],
    async run(page, world) {
      await enter(page, 'admin', '/admin/rights')
      await page.see('.crm-grid-cell')
      await page.evaluate('document.querySelector("[role=grid]").focus()')
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'End', 'Home', 'ArrowRight']) await page.press(key)
      await page.press(' ')
      await page.see('.crm-grid-cell.is-changed')
      await page.press('Enter')
      await page.see('dialog', 'Dlaczego?')
      await world.picture(page, 'rights-why')
    },
  },
  {
    name: 'a restricted contract is gone from the list and page of those who are not in its table',
    engines: ['chromium'],
    async run(page, world) {
      const other = await world.another()
      await enter(other, 'jan', '/contracts/trade/7')
      await other.see('h1', '0007')
      await enter(page, 'anna', '/contracts/trade/7?tab=access')
      await page.see('h2', 'Kto to widzi')
      await page.clickText('button', 'Ogranicz dostęp')
      await page.see('table')
      await world.picture(page, 'access-table')
      await page.clickText('button', 'Zapisz tabelę')
      await other.see('p', 'Nie ma takiej pozycji')
      await page.see('button', 'Zdejmij ograniczenie')
      await page.clickText('button', 'Daj dostęp warunkowy')
      await page.fill('#field-grant-holder', 'Obuch')
      await page.see('[role=option]', 'Jan Obuchowicz')
      await page.press('Enter')
      await page.fill('#field-grant-reason', 'audyt kwartalny')
      await world.picture(page, 'access-grant')
      await page.clickText('dialog footer button', 'Daj dostęp warunkowy')
      await page.see('[data-grant]', 'Jan Obuchowicz')
      await world.picture(page, 'access')
      await other.open('/contracts/trade/7')
      await other.see('h1', '0007')
      await other.close()
    },
  },
  {
    name: 'somebody without a right asks for it and gets it until the end of the day',
    engines: ['chromium'],
    async run(page, world) {
      const other = await world.another()
      await enter(other, 'gosc', '/contracts/trade')
      await other.clickText('button', 'Poproś o dostęp')
      await other.fill('#field-reason', 'Kontrola umów')
      await other.clickText('dialog footer button', 'Wyślij prośbę')
      await enter(page, 'admin', '/admin/requests')
      await page.see('[data-request]', 'Zofia Pustelnik')
      await world.picture(page, 'requests')
      await page.clickText('[data-request] button', 'Do końca dnia')
      await other.see('.crm-line')
      await other.close()
    },
  },
  {
    name: 'the admin sees the system as somebody else, changes nothing, and comes back',
    engines: ['chromium'],
    async run(page, world) {
      await enter(page, 'admin', '/admin/rights')
      await page.clickText('.crm-grid-column button', 'Obuchowicz')
      await page.clickText('dialog button', 'Zobacz jako ta osoba')
      await page.see('.crm-see-as', 'Jan Obuchowicz')
      await page.open('/contracts/trade/5')
      await page.see('h1', '0005')
      await page.see('[data-right="contracts.trade.edit"].crm-missed')
      await world.picture(page, 'see-as')
      equal(await page.evaluate('document.querySelector("[data-right=\\"contracts.trade.edit\\"]").disabled'), true, 'the button of what is missed')
      await page.clickText('.crm-see-as button', 'Zakończ podgląd')
      await page.see('.crm-menu a[href="/admin/rights"]')
    },
  },
]
