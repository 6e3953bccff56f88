import { equal, everywhere, type Story, enter } from '../story.ts'

export const stories: readonly Story[] = [
  {
    name: 'without the right there is no menu entry, the page says so, and the server refuses the call',
    engines: everywhere,
    async run(page, world) {
      await enter(page, 'gosc', '/contracts/trade')
      await page.see('h1', 'Brak dostępu')
      await page.see('p', 'Umowy handlowe: podgląd')
      await world.picture(page, 'denied')
      equal(await page.count('.crm-menu a[href="/contracts/trade"]'), 0, 'entries of the menu')
      equal(
        await page.evaluate('fetch("/trpc/contracts.trade.list?input=" + encodeURIComponent(JSON.stringify({ columns: ["number"] }))).then((answer) => answer.status)'),
        403,
        'the status of the call',
      )
    },
  },
  {
    name: 'a reader sees no button that changes anything, and changing by hand is refused',
    engines: everywhere,
    async run(page) {
      await enter(page, 'jan', '/contracts/trade/5')
      await page.see('h1', 'U/H/2026/0005')
      equal(
        await page.count(
          '[data-right="contracts.trade.edit"], [data-right="contracts.trade.archive"], [data-right="contracts.trade.remove"], [data-right="contracts.trade.files.upload"]',
        ),
        0,
        'buttons',
      )
      const refused =
        'fetch("/trpc/contracts.trade.update", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ id: 5, version: 1, values: { subject: "x" } }) }).then((answer) => answer.status)'
      equal(await page.evaluate(refused), 403, 'the status of an edit')
    },
  },
  {
    name: 'an address that leads nowhere says so',
    engines: ['chromium'],
    async run(page, world) {
      await enter(page, 'anna', '/nic/takiego')
      await page.see('h1', 'Nie ma takiej strony')
      await world.picture(page, 'lost')
      await page.open('/contracts/trade/999999')
      await page.see('p', 'Nie ma takiej pozycji')
    },
  },
]
