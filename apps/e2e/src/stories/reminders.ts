import type { Page } from '../page.ts'
import { equal, everywhere, type Story, enter } from '../story.ts'

const call = (path: string, input: object) =>
  `fetch("/trpc/${path}", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(${JSON.stringify(input)}) }).then((answer) => answer.json()).then((body) => body.result.data)`

/** A day as the calendar in Warsaw has it, some days from now. */
const dayIn = (days: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw' }).format(new Date(Date.now() + days * 86_400_000))

async function contractOf(page: Page, endsOn: string): Promise<number> {
  const today = dayIn(0)
  const me = await page.evaluate<number>(
    'fetch("/trpc/contracts.trade.lookup?input=" + encodeURIComponent(JSON.stringify({ field: "owner", text: "Kłosowska" }))).then((answer) => answer.json()).then((body) => body.result.data[0].id)',
  )
  const values = {
    kind: 'services',
    direction: 'cost',
    subject: 'Serwis dźwigów',
    parties: [1],
    status: 'active',
    signedOn: today,
    startsOn: today,
    termKind: 'fixed',
    endsOn,
    currency: 'PLN',
    priceBasis: 'net',
    period: 'monthly',
    owner: me,
  }
  const made = await page.evaluate<{ id: number }>(call('contracts.trade.create', { values }))
  return made.id
}

export const stories: readonly Story[] = [
  {
    name: 'a reminder is set with its next dates in view, comes to the bell, and is done',
    engines: everywhere,
    async run(page, world) {
      await enter(page, 'anna', '/contracts/trade')
      await page.see('.crm-line')
      const id = await contractOf(page, dayIn(300))
      await page.open(`/contracts/trade/${id}?tab=reminders`)
      await page.see('.crm-message', 'o niczym nie przypomina')
      await page.clickText('button', 'Dodaj przypomnienie')
      await page.fill('#field-reminder-unit', 'month')
      await page.fill('#field-reminder-on', 'lastBusinessDay')
      await page.see('.crm-preview li')
      equal(await page.count('.crm-preview li'), 12, 'dates in the preview')
      await world.picture(page, 'reminder')
      await page.clickText('dialog button', 'Zapisz przypomnienie')
      await page.see('dialog .invalid-feedback', 'Wypełnij to pole')
      await page.fill('#field-reminder-about', 'Zamówić przegląd dźwigów')
      await page.fill('#field-reminder-target', 'endsOn')
      await page.fill('#field-reminder-leads', '365')
      await page.see('.crm-preview', 'Przyjdzie od razu')
      await page.clickText('dialog button', 'Zapisz przypomnienie')
      await page.see('[role=tabpanel] li', 'według pola „Pierwszy okres do”, 365 dni przed')
      await page.see('[role=tabpanel] .badge', 'wysłane')
      await page.click('button[aria-label^=Powiadomienia]')
      await page.see('.crm-choice', 'Przypomnienie: Zamówić przegląd dźwigów')
      await page.press('Escape')
      await world.picture(page, 'reminders')
      await page.open('/reminders')
      await page.clickText('.crm-rows a', 'Zamówić przegląd dźwigów')
      await page.clickText('[role=tabpanel] button', 'Załatwione')
      await page.see('[role=tabpanel]', 'Czeka, aż pojawi się data')
      await page.open('/todo')
      await page.see('.crm-head')
      equal(await page.evaluate('document.body.textContent.includes("Zamówić przegląd dźwigów")'), false, 'the task is still there')
    },
  },
]
