import { access, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { labelCode, type LabelFormatName, labelFormats } from '@crm/storage'
import { printLabels } from '@crm/storage/server'
import { type DamageName, openScanner } from '@crm/testing/server'

export const resolutions = [150, 200, 300] as const
const colourings = ['grey', 'black and white'] as const
/** An office printer's sheet, and both rolls. */
const formats = ['a4-24', 'roll-62', 'roll-50'] as const satisfies readonly LabelFormatName[]

/** One scan of the measured stock: every kind of damage, on one kind of label, at one setting of the scanner. */
export interface Stack {
  readonly path: string
  readonly dpi: (typeof resolutions)[number]
  readonly colours: (typeof colourings)[number]
  readonly pages: readonly { readonly format: (typeof formats)[number]; readonly damage: DamageName; readonly code: string }[]
}

const folder = new URL('../../../.dev/bench-labels/', import.meta.url).pathname

/** Made once and kept; deleting the folder makes it anew. */
export async function ensureStacks(): Promise<Stack[]> {
  await mkdir(folder, { recursive: true })
  const stacks: Stack[] = []
  for (const dpi of resolutions) for (const colours of colourings) for (const format of formats) stacks.push(await ensureStack({ dpi, colours, format }))
  return stacks
}

async function ensureStack({ dpi, colours, format }: { dpi: Stack['dpi']; colours: Stack['colours']; format: (typeof formats)[number] }): Promise<Stack> {
  const { bindPages, cutLabel, damageNames, damages, scanPage } = await openScanner()
  const path = join(folder, `${format}-${dpi}-${colours.replaceAll(' ', '-')}.pdf`)
  const pages = damageNames.map((damage, at) => ({ format, damage, code: codeOf(100 * formats.indexOf(format) + at + 1) }))
  if (await isThere(path)) return { path, dpi, colours, pages }
  process.stdout.write(`making ${path}\n`)
  const { label, left, top } = labelFormats[format]
  const scanned = []
  for (const [seed, { code, damage }] of pages.entries()) {
    const sheet = await printLabels([{ code, number: `U/H/2026/${code.slice(8, 12)}`, title: 'Świadczenie usług sprzątania hal' }], { format, start: 1, shift: { x: 0, y: 0 } })
    const cut = await cutLabel(sheet, { left, top, ...label, dpi: dpi * 2 })
    scanned.push(await scanPage(cut, { dpi, colours, damage: damages[damage], seed }))
  }
  await writeFile(`${path}.part`, await bindPages(scanned))
  await rename(`${path}.part`, path)
  return { path, dpi, colours, pages }
}

export const codeOf = (serial: number): string => labelCode({ series: 'UH', year: 2026, serial })

export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
