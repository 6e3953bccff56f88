import { type Issue, issuesOfZod } from '@crm/platform'
import { dayOfCell, holderOf, type Labelled, lookupFor, type Reading } from '@crm/platform/server'
import { ZodError } from 'zod'
import {
  type AddedField,
  type AnyRegister,
  type CellWords,
  cellValue,
  currencyIn,
  type Field,
  fold,
  type ImportMapping,
  namesIn,
  readable,
  valuesSchema,
  withAdded,
} from '../../index.ts'
import { withLabels } from '../record/record.ts'
import { wordsOf } from '../words.ts'

/** A row of a sheet as a record would be made of it. */
export interface ReadRow {
  /** As they are sent; empty while there are issues. */
  readonly values: Readonly<Record<string, unknown>>
  /** The same with the labels of references. */
  readonly shown: Readonly<Record<string, unknown>>
  readonly issues: readonly Issue[]
}

type Meant = ReadonlyMap<string, readonly Labelled[]>

/** Reads rows of one import: cells by the kind of their field, references by what they are called, the whole by the register's own checks. */
export function openRowReader(ctx: Reading, declared: AnyRegister, { mapping, added }: { mapping: ImportMapping; added: readonly AddedField[] }) {
  const register = readable(withAdded(declared, added), holderOf(ctx.user))
  const words = cellWordsOf(ctx, register, added)
  const schema = valuesSchema(register.fields)
  const mapped = mapping.columns.flatMap((name, at) => {
    const field = name === null ? undefined : register.fields[name]
    return name !== null && field ? [{ name, field, at }] : []
  })
  const constants = mapping.constants
  let shownConstants: Promise<Record<string, unknown>> | null = null

  return async function read(rows: readonly (readonly string[])[]): Promise<ReadRow[]> {
    const meant = await meantIn(ctx, { mapped, rows })
    shownConstants ??= withLabels(ctx, register, constants)
    const shownAlways = await shownConstants
    return rows.map((cells): ReadRow => {
      const values: Record<string, unknown> = { ...constants }
      const shown: Record<string, unknown> = { ...blankOf(register), ...shownAlways }
      const issues: Issue[] = []
      for (const { name, field, at } of mapped) {
        const text = cells[at] ?? ''
        const found = field.target ? referred(name, { field, text, meant: meant.get(field.target) }) : cellValue(name, { field, text, words })
        if ('issue' in found) issues.push(found.issue)
        else {
          // An empty cell leaves a field to what it is for all rows.
          if (found.value === null && name in constants) continue
          values[name] = idsOf(field, found.value)
          shown[name] = found.value
        }
      }
      for (const { name, field, at } of mapped)
        if (field.currency && currencyIn(cells[at] ?? '') !== null && currencyIn(cells[at] ?? '') !== shown[field.currency]) issues.push({ path: name, code: 'other-currency' })
      const wrong = new Set(issues.map((issue) => issue.path))
      for (const issue of checked(schema, values)) if (!wrong.has(issue.path)) issues.push(issue)
      // The register's own rule looks at whole rows only.
      if (issues.length === 0) issues.push(...(register.check?.(shown as never) ?? []))
      return { values, shown, issues }
    })
  }
}

const blankOf = (register: AnyRegister) => Object.fromEntries(Object.keys(register.fields).map((name) => [name, null]))

function checked(schema: { parse(given: unknown): unknown }, values: Readonly<Record<string, unknown>>): Issue[] {
  try {
    schema.parse(values)
    return []
  } catch (error) {
    if (!(error instanceof ZodError)) throw error
    // A required field without a value is missing, whatever its kind says to nothing.
    return issuesOfZod(error).map((issue) => {
      const path = issue.path.split('.')[0] ?? ''
      return values[path] === null || values[path] === undefined ? { path, code: 'required' } : { ...issue, path }
    })
  }
}

const idsOf = (field: Field, value: unknown): unknown => {
  if (field.kind === 'references') return ((value ?? []) as readonly Labelled[]).map((one) => one.id) // `referred` made it
  return field.kind === 'reference' ? ((value as Labelled | null)?.id ?? null) : value // as above
}

/** What a cell names: each of its names must be known, and mean one document only. */
function referred(name: string, { field, text, meant }: { field: Field; text: string; meant: Meant | undefined }): { value: unknown } | { issue: Issue } {
  if (text.trim() === '') return { value: null }
  for (const names of namesIn(field, text)) {
    const found = names.map((one) => meant?.get(one) ?? [])
    if (found.some((ones) => ones.length === 0)) continue
    if (found.some((ones) => ones.length > 1)) return { issue: { path: name, code: 'means-several' } }
    const all = [...new Map(found.flatMap((ones) => ones[0] ?? []).map((one) => [one.id, one])).values()]
    return { value: field.kind === 'references' ? all : (all[0] ?? null) }
  }
  return { issue: { path: name, code: 'not-known' } }
}

async function meantIn(
  ctx: Reading,
  { mapped, rows }: { mapped: readonly { name: string; field: Field; at: number }[]; rows: readonly (readonly string[])[] },
): Promise<Map<string, Meant>> {
  const texts = new Map<string, Set<string>>()
  for (const { field, at } of mapped) {
    if (!field.target) continue
    const mine = texts.get(field.target) ?? new Set<string>()
    texts.set(field.target, mine)
    for (const cells of rows) if ((cells[at] ?? '').trim() !== '') for (const name of namesIn(field, cells[at] ?? '').flat()) mine.add(name)
  }
  const found = new Map<string, Meant>()
  for (const [target, mine] of texts)
    found.set(target, mine.size === 0 ? new Map() : ((await lookupFor(ctx.system, target).find?.(ctx.system, { texts: [...mine], user: ctx.user })) ?? new Map()))
  return found
}

/** Choices by their labels in both languages: a sheet does not say in which it was written. */
function cellWordsOf(ctx: Reading, register: AnyRegister, added: readonly AddedField[]): CellWords {
  const both = (['en', 'pl'] as const).map((language) => wordsOf(ctx.system, register, language, added))
  const choices = new Map(
    Object.entries(register.fields).flatMap(([name, field]) =>
      (field.choices ?? []).flatMap((choice) => [choice, ...both.map((words) => words.choice(name, choice))].map((label) => [`${name} ${fold(label)}`, choice] as const)),
    ),
  )
  return { day: dayOfCell, choice: (name, folded) => choices.get(`${name} ${folded}`) }
}
