import { Failure, type Language } from '@crm/platform'
import { lookupFor, type Reading, type SheetCell, type SheetKind } from '@crm/platform/server'
import { type AnyRegister, conditionsOf, type ExportFormat, type Kind, noFilter, sayFilter, withAdded } from '../../index.ts'
import { addedIn } from '../added/kept.ts'
import { askedIn, demandFields } from '../guarded.ts'
import { askingOf } from '../list/asking.ts'
import type { KnownRegister } from '../known.ts'
import type { Listing } from '../list/listing.ts'
import { countAll } from '../list/counting.ts'
import type { Row } from '../list/page.ts'
import { walkRows } from '../list/planner.ts'
import { questionSchema } from '../list/question.ts'
import { clockOf, filterWords, type ServerWords, wordsOf } from '../words.ts'
import { type ExportedColumn, sheetCells } from './sheet-cell.ts'

/** What a workbook can hold beside its head; a PDF of more pages than anybody prints is no PDF. */
const most: Readonly<Record<ExportFormat, number>> = { xlsx: 1_048_575, csv: Number.MAX_SAFE_INTEGER, pdf: 10_000 }

const kinds: Record<Kind, SheetKind> = {
  text: 'text',
  longText: 'text',
  code: 'text',
  integer: 'number',
  decimal: 'number',
  money: 'money',
  day: 'day',
  moment: 'moment',
  choice: 'text',
  yesNo: 'text',
  tags: 'text',
  items: 'text',
  reference: 'text',
  references: 'text',
}
const widths: Record<SheetKind, number> = { text: 28, number: 12, money: 16, day: 12, moment: 18 }

/** A list ready to be written: what it is, its columns, and its rows as they are read. */
export interface OpenedExport {
  readonly title: string
  readonly head: readonly string[]
  readonly kinds: readonly SheetKind[]
  readonly widths: readonly number[]
  readonly count: number
  readonly about: readonly (readonly [string, string])[]
  readonly words: ServerWords
  /** Page after page; tells how many rows there were at the end, or where the reader went away. */
  pages(tell: (written: number, isWhole: boolean) => Promise<void>): AsyncGenerator<SheetCell[][]>
}

interface Asked {
  readonly format: ExportFormat
  readonly language: Language
  /** A list's question as the browser sent it. */
  readonly question: string
}

/**
 * The list as it is seen: filter, columns, order, rights.
 *
 * @throws Failure 'invalid' for what is no question, 'too-large' for more rows than the format holds
 */
export async function openExport(
  ctx: Reading,
  { register: declared, rights, document }: Omit<KnownRegister, 'hooks'>,
  { format, language, question }: Asked,
): Promise<OpenedExport> {
  const { read } = ctx.system.database
  const added = await addedIn(ctx.system, declared.id)
  const register = withAdded(declared, added)
  const listing = { ...questionSchema.parse(jsonOf(question)), scope: bothScopes(ctx, { document, rights }) }
  await demandFields(ctx, declared, askedIn(listing))
  const asking = askingOf(ctx, register)
  const columns = exportedOf(asking.register, listing.columns)
  const count = await countAll(read, listing, asking)
  if (count > most[format]) throw new Failure('too-large', { limit: most[format] })
  const words = wordsOf(ctx.system, register, language, added)
  const own = columns.map(({ field }) => kinds[field.kind])
  return {
    title: words.title,
    head: columns.map(({ name }) => words.field(name)),
    kinds: own,
    widths: own.map((kind) => widths[kind]),
    count,
    about: await aboutOf(ctx, { register, listing, words, count }),
    words,
    pages: (tell) => pagesOf(walkRows(ctx.system.database.streams, { ...listing, columns: columns.map(({ name }) => name) }, asking), { columns, words, tell }),
  }
}

/** Only what one may both see and take along. */
function bothScopes(ctx: Reading, { document, rights }: Pick<KnownRegister, 'document' | 'rights'>): Listing['scope'] {
  const parts = [document.scope(ctx), document.scope({ ...ctx, right: rights.view })].filter((part) => part !== null)
  return parts.length === 0
    ? null
    : { text: parts.map((part) => part.text).join(' and '), values: parts.flatMap((part) => part.values), isNarrow: parts.some((part) => part.isNarrow ?? false) }
}

/** The columns asked for; an amount brings its currency along, because a sheet's cell is a bare number. */
function exportedOf(register: AnyRegister, names: readonly string[]): ExportedColumn[] {
  const all = names.flatMap((name) => {
    const currency = register.fields[name]?.currency
    return currency && !names.includes(currency) ? [name, currency] : [name]
  })
  return [...new Set(all)].map((name) => {
    const field = register.fields[name]
    if (!field) throw new Failure('invalid', { issues: [{ path: `columns.${name}`, code: 'unknown-field' }] })
    return { name, field }
  })
}

/** The cells of each row; at the end - or at the point where the reader went away - tells how many there were. */
async function* pagesOf(
  pages: AsyncIterable<readonly Row[]>,
  { columns, words, tell }: { columns: readonly ExportedColumn[]; words: ServerWords; tell: (written: number, isWhole: boolean) => Promise<void> },
): AsyncGenerator<SheetCell[][]> {
  const cells = sheetCells(columns, words)
  let written = 0
  let isWhole = false
  try {
    for await (const rows of pages) {
      written += rows.length
      yield rows.map((row) => cells.map((cell) => cell(row)))
    }
    isWhole = true
  } finally {
    await tell(written, isWhole)
  }
}

/** What the file is: the register, what was asked, who asked and when. */
async function aboutOf(ctx: Reading, { register, listing, words, count }: { register: AnyRegister; listing: Listing; words: ServerWords; count: number }) {
  const said = sayFilter(listing.filter ?? noFilter, register, filterWords(words, await labelsIn(ctx, register, listing)))
  const sort = (listing.sort ?? [register.list.sort]).map(({ field, dir }) => `${words.field(field)} ${words.own(dir === 'asc' ? 'export.rising' : 'export.falling')}`)
  return [
    [words.own('export.register'), words.title],
    [words.own('export.filter'), said || words.own('export.none')],
    [words.own('export.search'), listing.search || words.own('export.none')],
    [words.own('export.shelf'), words.own(`shelves.${listing.shelf ?? 'current'}`)],
    [words.own('export.sort'), sort.join(', ')],
    [words.own('export.count'), String(count)],
    [words.own('export.who'), ctx.user.name],
    [words.own('export.when'), clockOf(ctx.now)],
  ] as const
}

async function labelsIn(ctx: Reading, register: AnyRegister, { filter }: Listing): Promise<Map<string, string>> {
  const labels = new Map<string, string>()
  for (const { field, value } of conditionsOf(filter ?? noFilter)) {
    const target = register.fields[field]?.target
    if (!target || !Array.isArray(value)) continue
    for (const [id, label] of await lookupFor(ctx.system, target).labels(ctx.system, value.map(Number))) labels.set(`${target}:${id}`, label)
  }
  return labels
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure('invalid', { issues: [{ path: 'question', code: 'wrong-value' }] })
  }
}
