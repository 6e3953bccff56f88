import { promisify } from 'node:util'
import type { Readable } from 'node:stream'
import sax from 'sax'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { Failure } from '../../index.ts'
import { sheetLimits } from './limits.ts'

/** Unpacked bytes that are read of any part: a small file can hold a very large one. */
const partLimit = 64 * 1_048_576
const entryLimit = 2_000

/** The first sheet of a workbook, by streams over its own bytes: entities are not known, links not followed, formulas only as their last value. */
export async function readXlsx(bytes: Buffer): Promise<string[][]> {
  try {
    const parts = await partsOf(bytes)
    const shared = parts.texts ? await sharedTexts(parts.texts) : []
    if (!parts.sheet) throw new Failure('wrong-type')
    return await rowsOf(parts.sheet, shared)
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('wrong-type')
  }
}

interface Parts {
  readonly sheet: (() => Promise<Readable>) | null
  readonly texts: (() => Promise<Readable>) | null
}

async function partsOf(bytes: Buffer): Promise<Parts> {
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
  const open = (entry: Entry | undefined) => {
    if (!entry) return null
    if (entry.uncompressedSize > partLimit) throw new Failure('too-large', { limit: partLimit })
    return () => promisify<Entry, Readable>(zip.openReadStream.bind(zip))(entry)
  }
  const sheets = [...entries.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).sort()
  return { sheet: open(entries.get('xl/worksheets/sheet1.xml') ?? entries.get(sheets[0] ?? '')), texts: open(entries.get('xl/sharedStrings.xml')) }
}

/** Hand a part's tags and texts to whoever wants them. */
async function walk(
  open: () => Promise<Readable>,
  on: { open?: (name: string, attributes: Record<string, string>) => void; close?: (name: string) => void; text?: (text: string) => void },
): Promise<void> {
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
    if (size > partLimit) throw new Failure('too-large', { limit: partLimit })
    parser.write(decoder.decode(chunk as Buffer, { stream: true }))
    if (failure) throw failure
  }
  parser.close()
  if (failure) throw failure
}

async function sharedTexts(open: () => Promise<Readable>): Promise<string[]> {
  const texts: string[] = []
  let [text, isText, isPhonetic] = ['', false, false]
  await walk(open, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') isPhonetic = true
      isText = name === 't' && !isPhonetic
    },
    close(name) {
      if (name === 't') isText = false
      if (name === 'rPh') isPhonetic = false
      if (name === 'si') texts.push(text.slice(0, sheetLimits.cell))
    },
    text(part) {
      if (isText) text += part
    },
  })
  return texts
}

async function rowsOf(open: () => Promise<Readable>, shared: readonly string[]): Promise<string[][]> {
  const rows: string[][] = []
  let row: string[] = []
  let [at, type, value, isValue] = [0, '', '', false]
  await walk(open, {
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
      if (name === 'c' && at < sheetLimits.columns) {
        while (row.length < at) row.push('')
        row[at] = (type === 's' ? (shared[Number(value)] ?? '') : value).slice(0, sheetLimits.cell).trim()
      }
      if (name === 'row') {
        rows.push(row)
        if (rows.length > sheetLimits.rows) throw new Failure('too-large', { limit: sheetLimits.rows })
      }
    },
  })
  return rows
}

/** `BC12` is column 54, counted from 0. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** A day as a workbook counts it, from 1900; anything else as it is. */
export function dayOfSerial(cell: string): string {
  const serial = /^\d{5}(\.\d+)?$/.test(cell) ? Math.floor(Number(cell)) : null
  return serial === null ? cell : new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
}
