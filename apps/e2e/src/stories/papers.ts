import type { Page } from '../page.ts'
import { type Story, enter } from '../story.ts'

/** A place of this engine's own with one contract in it, and the labels of that one and of a stranger. */
async function arrange(page: Page, place: string): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(async () => {
    const ask = async (path, input) => (await (await fetch('/trpc/contracts.' + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) })).json()).result.data
    const { id } = await ask('papers.save', { id: null, code: ${JSON.stringify(place)}, name: null, withinId: null })
    await ask('trade.paper.move', { ids: [31], placeId: id })
    return (await ask('trade.labels.print', { ids: [31, 32] })).map(({ code }) => code)
  })()`)
}

async function read(page: Page, code: string): Promise<void> {
  await page.fill('#field-labelCode', code)
  await page.press('Enter')
}

export const stories: readonly Story[] = [
  {
    name: 'the papers of a place are counted by their labels; a foreign one stays, and the record says so',
    engines: ['chromium'],
    async run(page, world) {
      await enter(page, 'anna', '/contracts/papers')
      await page.see('[data-place]')
      const place = `Karton ${page.engine}`
      const [own = '', stranger = ''] = await arrange(page, place)
      await page.open('/contracts/papers')
      await page.see(`[data-place="${place}"]`)
      await page.click(`[data-place="${place}"] [data-right="contracts.papers.count"]`)
      await page.see('[data-outcome=expected]', 'U/H/2026/0031')
      await read(page, own)
      await page.see('[data-outcome=here]', 'U/H/2026/0031')
      await read(page, stranger)
      await page.see('[data-said=foreign]', 'U/H/2026/0032')
      await world.picture(page, 'stock-taking')
      await page.click('[data-said=foreign] button')
      await page.see('[data-outcome=moved]', 'U/H/2026/0032')
      await page.clickText('button', 'Zakończ spis')
      await page.clickText('dialog button', 'Zakończ spis')
      await page.see('h1', `Spis: ${place}`)
      await page.see('.crm-quiet', 'Zakończony')
      await page.open('/contracts/trade/32')
      await page.see('[data-paper]', place)
    },
  },
]
