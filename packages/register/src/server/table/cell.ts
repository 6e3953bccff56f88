import { type Field, type Item, type Kind, type Referred, wholeItem } from '../../index.ts'
import { columnsOf } from './column.ts'

type Stored = Readonly<Record<string, unknown>>

const isoOf = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : typeof value === 'string' ? `${value.replace(' ', 'T')}Z` : value)
const tagsOf = (value: unknown): string[] => String(value).split('|').filter(Boolean)

/** A stored cell as it crosses the wire; gets the value of the field's column, and the label beside it if the kind has one. */
const readers: Record<Kind, (value: unknown, label: unknown, field: Field) => unknown> = {
  text: (value) => value,
  longText: (value) => value,
  code: (value) => value,
  integer: (value) => value,
  decimal: (value) => value,
  money: (value) => value,
  day: (value) => value,
  moment: (value) => isoOf(value),
  choice: (value) => value,
  yesNo: (value) => value === 1 || value === true,
  tags: (value) => tagsOf(value),
  items: (value, _, field) => (JSON.parse(String(value)) as Item[]).map((one) => wholeItem(field, one)), // written below
  reference: (id, label) => ({ id, label }),
  references: (value, label) => {
    const [ids, labels] = [String(value), String(label ?? '')]
    if (!ids.includes(',')) return [{ id: Number(ids), label: labels }] // as nearly always; such a name may have the sign itself
    const names = labels.split(separator)
    return ids.split(',').map((id, at) => ({ id: Number(id), label: names[at] ?? '' }))
  },
}

/** Between the names of several references. */
export const separator = ' · '
const mostLabels = 400
/** At the end of names that are not all there in full. */
const isShortened = '…'

/** The names of several references for their one column. Each has its part of it; where something was lost, the column says so. */
function joinLabels(labels: readonly string[]): string {
  if (labels.length === 1) return (labels[0] ?? '').slice(0, mostLabels)
  const joined = labels.join(separator)
  if (joined.length <= mostLabels && joined.split(separator).length === labels.length) return joined
  const each = Math.floor((mostLabels - isShortened.length - separator.length * (labels.length - 1)) / labels.length)
  return `${labels.map((label) => label.replaceAll(separator, ' • ').slice(0, each)).join(separator)}${isShortened}`
}

/** Whether the names of several references must be asked where they come from: their column had no room for them. */
export function hasLostLabels(field: Field, [value, label]: readonly unknown[]): boolean {
  if (field.kind !== 'references' || value === null || value === undefined) return false
  const [ids, labels] = [String(value).split(','), String(label ?? '')]
  return ids.length > 1 && (labels.endsWith(isShortened) || labels.split(separator).length !== ids.length)
}

export const readCell = (field: Field, [value, label]: readonly unknown[]): unknown => (value === null || value === undefined ? null : readers[field.kind](value, label, field))

const asStored = new Set<Kind>(['text', 'longText', 'code', 'integer', 'decimal', 'money', 'day', 'choice'])

/** The same for the cells of a row that begin at a place; most kinds cross as they are stored. */
export function cellReader(field: Field, at: number): (row: readonly unknown[]) => unknown {
  if (asStored.has(field.kind)) return (row) => row[at] ?? null
  const read = readers[field.kind]
  return (row) => (row[at] === null || row[at] === undefined ? null : read(row[at], row[at + 1], field))
}

/** A read value as the columns that store it. */
const writers: Record<Kind, (value: unknown, field: Field) => unknown[]> = {
  text: (value) => [value],
  longText: (value) => [value],
  code: (value) => [value],
  integer: (value) => [value],
  decimal: (value) => [value],
  money: (value) => [value],
  day: (value) => [value],
  moment: (value) => [new Date(String(value))],
  choice: (value) => [value],
  yesNo: (value) => [value],
  tags: (value) => [`|${(value as string[]).join('|')}|`], // the field's schema made it a list
  items: (value, field) => [JSON.stringify((value as readonly Item[]).map((one) => wholeItem(field, one)))], // as above
  reference: (value) => [(value as Referred).id, (value as Referred).label.slice(0, 200)], // labels were looked up before
  references: (value) => {
    const all = value as readonly Referred[] // as above
    return [all.map((one) => one.id).join(','), joinLabels(all.map((one) => one.label))]
  },
}

export function storeField(name: string, field: Field, value: unknown): Stored {
  const columns = columnsOf(name, field)
  const values = value === null || value === undefined || (Array.isArray(value) && value.length === 0) ? columns.map(() => null) : writers[field.kind](value, field)
  return Object.fromEntries(columns.map((column, at) => [column.name, values[at] ?? null]))
}

/** The words of a field for the search over all columns. */
export function wordsOf(field: Field, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field.kind === 'reference') return (value as Referred).label // read values of these kinds have labels
  if (field.kind === 'references') return (value as readonly Referred[]).map((one) => one.label).join(' ')
  if (field.kind === 'tags') return (value as string[]).join(' ')
  if (field.kind === 'items') return (value as readonly Item[]).flatMap((one) => Object.entries(field.of ?? {}).map(([name, part]) => wordsOf(part, one[name]))).join(' ')
  if (field.kind === 'choice' || field.kind === 'yesNo' || field.kind === 'moment') return ''
  return String(value)
}
