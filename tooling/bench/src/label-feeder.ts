import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { labelFormats } from '@crm/storage'
import { printLabels } from '@crm/storage/server'
import { openScanner } from '@crm/testing/server'
import { codeOf, isThere } from './label-stock.ts'

/** What a scanner's feeder hands over in one file. */
export interface Fed {
  readonly path: string
  readonly megabytes: number
  /** The label on each page; `null` for the pages after it. */
  readonly labels: readonly (string | null)[]
}

/** 300 pages in colour, 86 contracts with a label on the first page of each. */
export const heavy = { name: 'feeder-colour', colours: 'colour', pageCount: 300, contractCount: 86 } as const
/** Black and white, as scanners set up for an office make them. */
export const light = { name: 'feeder-light', colours: 'black and white', pageCount: 60, contractCount: 17 } as const

const folder = new URL('../../../.dev/bench-labels/', import.meta.url).pathname

/** Made once and kept. Pages without a label repeat after ten, each with an image of its own in the file. */
export async function ensureFed({ name, colours, pageCount, contractCount }: typeof heavy | typeof light): Promise<Fed> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${name}.pdf`)
  const every = pageCount / contractCount
  const firsts = new Map(Array.from({ length: contractCount }, (_contract, at) => [Math.floor(at * every), codeOf(at + 1)]))
  const labels = Array.from({ length: pageCount }, (_page, at) => firsts.get(at) ?? null)
  if (!(await isThere(path))) {
    process.stdout.write(`making ${path}\n`)
    const { bindPages, cutLabel, scanPage } = await openScanner()
    const { label } = labelFormats['roll-62']
    const plain = []
    for (let seed = 0; seed < 10; seed += 1) plain.push(await scanPage(null, { dpi: 200, colours, seed }))
    const pages = []
    for (const [at, code] of labels.entries()) {
      const bare = plain[at % plain.length]
      if (code === null && bare) pages.push(bare)
      if (code === null) continue
      const sheet = await printLabels([{ code, number: `U/H/2026/${code.slice(8, 12)}`, title: 'Umowa' }], { format: 'roll-62', start: 1, shift: { x: 0, y: 0 } })
      pages.push(await scanPage(await cutLabel(sheet, { ...label, dpi: 400 }), { dpi: 200, colours, seed: at }))
    }
    await writeFile(`${path}.part`, await bindPages(pages))
    await rename(`${path}.part`, path)
  }
  return { path, megabytes: (await stat(path)).size / 1_048_576, labels }
}
