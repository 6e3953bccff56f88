import { Failure, invalid } from '@crm/platform'
import type { Writing } from '@crm/platform/server'
import { addedFields, bothItems, changesSchema, documentOf, type Field } from '@crm/register'
import { addedIn, mergeRecords, relabel, type Stored } from '@crm/register/server'
import type { Choice, MergeInput } from '../../merge-wire.ts'
import { party } from '../../party.ts'
import { keepMerge } from './merge-table.ts'
import { keepName, moveNames } from './names.ts'

const schema = changesSchema(party.fields)

/** What a party is merged with beside its row; each part of the directory that keeps something about parties is asked. */
type MoveParty = (between: { from: number; into: number }) => Promise<unknown>

/**
 * Two parties become one, in the running transaction; both are journalled.
 *
 * @throws Failure 'missing', 'stale', 'taken'; 'invalid' at a field whose values together do not fit
 */
export async function mergeParties(ctx: Writing, { keep, drop, take }: MergeInput, moves: readonly MoveParty[] = []): Promise<{ id: number; version: number; movedCount: number }> {
  const unknown = Object.keys(take).find((name) => !(name in party.fields) || party.fields[name as keyof typeof party.fields].presence === 'computed') // a name from outside
  if (unknown) throw invalid({ path: `take.${unknown}`, code: 'unknown-field' })
  // Values of a field that is out of use stay in what is kept of the one that goes.
  const used = new Set((await addedIn(ctx.system, party.id)).flatMap((one) => (one.isUsed ? [one.field] : [])))
  const { record, changes, dropped, movedCount } = await mergeRecords(ctx, party, {
    keep,
    drop,
    values: ({ kept, dropped: other }) => valuesOf(take, { kept, other }, used),
    async between({ kept, dropped: other }) {
      if (kept.shelf === 'removed' || other.shelf === 'removed') throw new Failure('missing')
      await moveNames({ from: drop.id, into: keep.id })
      for (const move of moves) await move({ from: drop.id, into: keep.id })
      await keepName(ctx, { partyId: keep.id, name: String(other.values.name) })
      await keepMerge(ctx, { from: drop.id, into: keep.id, row: other.values })
    },
  })
  const before = changes.name?.[0]
  if (typeof before === 'string') {
    await keepName(ctx, { partyId: keep.id, name: before })
    await ctx.send(relabel, { kind: party.id, id: keep.id, after: 0 })
  }
  const said = `${String(dropped.values.name)} (${drop.id}) → ${String(record.values.name)} (${keep.id})`
  await ctx.journal({ document: documentOf(party, keep.id), changes: { ...changes, merged: [null, String(dropped.values.name)] }, note: said })
  const filled = Object.entries(dropped.values).filter(([, value]) => value !== null)
  await ctx.journal({ document: documentOf(party, drop.id), changes: Object.fromEntries(filled.map(([name, value]) => [name, [value, null] as const])), note: said })
  return { id: keep.id, version: record.version, movedCount }
}

/** What the kept one gets: checked as a form is, for two lists together may be more than one may hold. */
function valuesOf(take: MergeInput['take'], sides: { kept: Stored; other: Stored }, used: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  const chosen = Object.entries(take).flatMap(([name, choice]) => (choice === 'keep' ? [] : [[name, taken(name, choice, sides)]]))
  return schema.parse({ ...addedTo(take, sides, used), ...Object.fromEntries(chosen) })
}

/** A value of the other one, or both lists together, as a form sends it. */
function taken(name: string, choice: Choice, { kept, other }: { kept: Stored; other: Stored }): unknown {
  const field: Field = party.fields[name as keyof typeof party.fields] // checked above
  const [mine, theirs] = [kept.values[name], other.values[name]]
  if (choice === 'both' && field.kind === 'items') return bothItems(field, mine, theirs)
  if (choice === 'both' && field.kind === 'tags') return [...new Set([mine, theirs].flatMap((tags) => (tags ?? []) as readonly string[]))] // a list's values
  return typeof theirs === 'object' && theirs !== null && 'id' in theirs ? theirs.id : theirs
}

/** Fields that the office added: what only the other one has is not lost where nobody chose. */
function addedTo(take: MergeInput['take'], sides: { kept: Stored; other: Stored }, used: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  const lacking = Object.keys(addedFields).filter((name) => used.has(name) && !(name in take) && isNone(sides.kept.values[name]) && !isNone(sides.other.values[name]))
  return Object.fromEntries(lacking.map((name) => [name, taken(name, 'drop', sides)]))
}

const isNone = (value: unknown) => value === null || value === undefined
