import { promisify } from 'node:util'
import type { Readable } from 'node:stream'
import sax from 'sax'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { Failure } from '../../index.ts'
import type { SheetLimits } from './limits.ts'

/** Unpacked bytes that are read of a part: a small file can hold a very large one. Shared texts stay in memory, the rows of a sheet do not. */
const partLimit = 64 * 1_048_576
const sheetLimit = (limits: SheetLimits) => Math.max(partLimit, limits.bytes * 6)
const entryLimit = 2_000

/** The rows of the first sheet of a workbook, by streams over its own bytes: entities are not known, links not followed, formulas only as their last value. */
export async function* xlsxRows(bytes: Buffer, limits: SheetLimits): AsyncGenerator<string[]> {
  try {
    const parts = await partsOf(bytes, limits)
    const shared = parts.texts ? await sharedTexts(parts.texts, limits) : []
    if (!parts.sheet) throw new Failure('wrong-type')
    yield* rowsOf(parts.sheet, { shared, limits })
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('wrong-type')
  }
}

interface Parts {
  readonly sheet: (() => Promise<Readable>) | null
  readonly texts: (() => Promise<Readable>) | null
}

async function partsOf(bytes: Buffer, limits: SheetLimits): Promise<Parts> {
  const zip = await promisify<Buffer, object, ZipFile>(fromBuffer)(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
  const entries = new Map<string, Entry>()
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve())
    zip.on('entry', (entry: Entry) => {
      if (entries.size >= entryLimit) return reject(new Failure('too-large'))
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
  const open = (entry: Entry | undefined, limit: number) => {
    if (!entry) return null
    if (entry.uncompressedSize > limit) throw new Failure('too-large', { limit })
    return () => promisify<Entry, Readable>(zip.openReadStream.bind(zip))(entry)
  }
  const sheets = [...entries.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).sort()
  return { sheet: open(entries.get('xl/worksheets/sheet1.xml') ?? entries.get(sheets[0] ?? ''), sheetLimit(limits)), texts: open(entries.get('xl/sharedStrings.xml'), partLimit) }
}

interface Heard {
  readonly open?: (name: string, attributes: Record<string, string>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Hand a part's tags and texts to whoever wants them; comes back after each piece, so that what was made of it can be used. */
async function* walk(open: () => Promise<Readable>, { on, limit }: { on: Heard; limit: number }): AsyncGenerator<void> {
  const parser = sax.parser(true, { xmlns: false })
  let failure: unknown = null
  parser.onerror = (error) => {
    failure ??= error
  }
  parser.ondoctype = () => {
    failure ??= new Failure('wrong-type')
  }
  parser.onopentag = (tag) => on.open?.(tag.name.replace(/^\w+:/, ''), tag.attributes as Record<string, string>) // without namespaces attributes are texts
  parser.onclosetag = (name) => on.close?.(name.replace(/^\w+:/, ''))
  parser.ontext = (text) => on.text?.(text)
  const decoder = new TextDecoder()
  let size = 0
  for await (const chunk of await open()) {
    size += (chunk as Buffer).length
    if (size > limit) throw new Failure('too-large', { limit })
    parser.write(decoder.decode(chunk as Buffer, { stream: true }))
    if (failure) throw failure
    yield
  }
  parser.close()
  if (failure) throw failure
}

async function sharedTexts(open: () => Promise<Readable>, limits: SheetLimits): Promise<string[]> {
  const texts: string[] = []
  let [text, isText, isPhonetic] = ['', false, false]
  const on: Heard = {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') isPhonetic = true
      isText = name === 't' && !isPhonetic
    },
    close(name) {
      if (name === 't') isText = false
      if (name === 'rPh') isPhonetic = false
      if (name === 'si') texts.push(text.slice(0, limits.cell))
    },
    text(part) {
      if (isText) text += part
    },
  }
  for await (const _piece of walk(open, { on, limit: partLimit }));
  return texts
}

async function* rowsOf(open: () => Promise<Readable>, { shared, limits }: { shared: readonly string[]; limits: SheetLimits }): AsyncGenerator<string[]> {
  let rows: string[][] = []
  let row: string[] = []
  let [at, type, value, isValue] = [0, '', '', false]
  const on: Heard = {
    open(name, attributes) {
      if (name === 'row') row = []
      if (name === 'c') [at, type, value] = [columnOf(attributes.r) ?? row.length, attributes.t ?? 'n', '']
      isValue = name === 'v' || name === 't'
    },
    text(part) {
      if (isValue) value += part
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false
      if (name === 'c' && at < limits.columns) {
        while (row.length < at) row.push('')
        row[at] = (type === 's' ? (shared[Number(value)] ?? '') : value).slice(0, limits.cell).trim()
      }
      if (name === 'row') rows.push(row)
    },
  }
  for await (const _piece of walk(open, { on, limit: sheetLimit(limits) })) {
    yield* rows
    rows = []
  }
  yield* rows
}

/** `BC12` is column 54, counted from 0. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

// From 1900, as a workbook counts days.
function dayOfSerial(cell: string): string {
  const serial = /^\d{5}(\.\d+)?$/.test(cell) ? Math.floor(Number(cell)) : null
  return serial === null ? cell : new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
}

/** `24.11.2026`, `24-11-2026 00:00` and a workbook's own count as `2026-11-24`; anything else as it is. */
export function dayOfCell(cell: string): string {
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:\s+00:00(?::00)?)?(?:\s*r\.?)?$/.exec(cell) ?? []
  if (year) return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return dayOfSerial(cell.replace(/^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?Z?$/, '$1'))
}
