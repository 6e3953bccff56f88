import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openScanner } from '@crm/testing/server'
import type { Page } from '../page.ts'
import { everywhere, type Story, enter } from '../story.ts'

interface Printed {
  readonly codes: readonly string[]
  /** The sheet, as the browser got it. */
  readonly sheet: Buffer
}

/** What the dialog's button does, with the sheet in our hands instead of a window. */
async function print(page: Page, ids: readonly number[]): Promise<Printed> {
  const { codes, bytes } = await page.evaluate<{ codes: string[]; bytes: string }>(`(async () => {
    const asked = await fetch('/trpc/contracts.trade.labels.print', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify({ ids }))} })
    const labels = (await asked.json()).result.data
    const sheet = await fetch('/labels/contracts.trade?format=roll-62&start=1&x=0&y=0&ids=' + labels.map(({ id }) => id).join(','))
    const bytes = new Uint8Array(await sheet.arrayBuffer())
    return { codes: labels.map(({ code }) => code), bytes: btoa([...bytes].map((byte) => String.fromCharCode(byte)).join('')) }
  })()`)
  return { codes, sheet: Buffer.from(bytes, 'base64') }
}

/** Two contracts with their labels stuck on, and a page between them, laid on the glass. */
async function scanned({ sheet }: Printed, path: string): Promise<void> {
  const { bindPages, cutLabel, damages, scanPage } = await openScanner()
  const glass = { dpi: 150, colours: 'grey', damage: damages['an ugly scan'] } as const
  const label = (page: number) => cutLabel(sheet, { page, width: 62, height: 29, dpi: glass.dpi * 2 })
  writeFileSync(path, await bindPages([await scanPage(await label(1), glass), await scanPage(null, { ...glass, seed: 2 }), await scanPage(await label(2), { ...glass, seed: 3 })]))
}

/** As a hand-held scanner types. */
const wedge = (code: string) =>
  `(() => { document.activeElement?.blur(); for (const key of [...${JSON.stringify(code)}, 'Enter']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })) })()`

export const stories: readonly Story[] = [
  {
    name: 'labels are printed for a selection, stuck on, scanned, and the scan hangs itself on its contracts; a scanner opens one by its label',
    engines: everywhere,
    async run(page, world) {
      await enter(page, 'tomek', '/contracts/trade')
      await page.see('.crm-line a', 'U/H/')
      await page.click('.crm-line:nth-of-type(2) input[type=checkbox]')
      await page.click('.crm-line:nth-of-type(3) input[type=checkbox]')
      await page.clickText('.crm-bulk button', 'Drukuj etykiety')
      await page.see('dialog', 'Arkusz albo rolka')
      await world.picture(page, 'labels-of-a-selection')
      await page.click('dialog [aria-label=Zamknij]')
      const printed = await print(page, [21, 22])
      const path = join(mkdtempSync(join(tmpdir(), 'crm-scan-')), `skan ${page.engine}.pdf`)
      await scanned(printed, path)
      await page.open('/contracts/scans')
      await page.see('.crm-drop')
      await page.setFiles('#scan-files', [path])
      await page.see('[data-scan=done]', 'dołączono: U/H/2026/0021')
      await page.see('[data-scan=done]', 'dołączono: U/H/2026/0022')
      await world.picture(page, 'scan-placed')
      await page.evaluate(wedge(printed.codes[1] ?? ''))
      await page.see('h1', 'U/H/2026/0022')
      await page.click('#tab-files')
      await page.see('[data-file$="skan.pdf"]')
    },
  },
]
