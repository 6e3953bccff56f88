import type { Issue } from '@crm/platform'
import { holderOf, type Reading } from '@crm/platform/server'
import {
  type AddedField,
  type AnyRegister,
  type ImportAnswer,
  type ImportLine,
  type ImportMapping,
  type ImportRow,
  type ImportState,
  proposedColumns,
  readable,
  rowStates,
  withAdded,
} from '../../index.ts'
import { addedIn } from '../added/kept.ts'
import { wordsOf } from '../words.ts'
import { type KeptImport, sheetRowsOf } from './found.ts'

const stuckMs = 3 * 60_000
/** Phases that are a worker's. */
export const working: readonly ImportState[] = ['reading', 'checking', 'importing', 'undoing']

/** Nothing of a worker's has moved for minutes. */
export const isStuck = (ctx: Reading, one: KeptImport) => working.includes(one.state) && ctx.now.getTime() - Date.parse(one.movedAt) > stuckMs

export const lineOf = ({ id, name, state, reason, at, rowCount, doneCount }: KeptImport): ImportLine => ({ id, name, state, reason, at, rowCount, doneCount })

export const rowOf = (row: Awaited<ReturnType<typeof sheetRowsOf>>[number]): ImportRow => ({
  number: row.number,
  cells: row.cells,
  // Written by the check only.
  state: row.state as ImportRow['state'],
  issues: row.issues === null ? [] : (JSON.parse(row.issues) as Issue[]),
  sameAs: row.sameCode === null ? null : { id: row.sameId ?? 0, code: row.sameCode },
})

/** All that the page of an import shows. */
export async function answerOf(ctx: Reading, register: AnyRegister, one: KeptImport): Promise<ImportAnswer> {
  const added = await addedIn(ctx.system, register.id)
  const [counts, samples, remembered] = await Promise.all([
    ctx.system.database.read.query('select state, count(*) from register_import_row where import_id = ? group by state', [one.id]),
    sheetRowsOf(ctx.system, { importId: one.id, after: 0, limit: 4, states: rowStates }),
    one.mapping === null ? rememberedMapping(ctx, one) : null,
  ])
  return {
    ...lineOf(one),
    heads: one.heads,
    samples: samples.map((row) => row.cells),
    mapping: one.mapping ?? remembered ?? { columns: proposal(ctx, register, { one, added }), constants: {} },
    isRemembered: remembered !== null,
    same: one.same,
    counts: Object.fromEntries(counts.map(([state, count]) => [String(state), Number(count)])),
    isStuck: isStuck(ctx, one),
  }
}

function proposal(ctx: Reading, register: AnyRegister, { one: { heads }, added }: { one: KeptImport; added: readonly AddedField[] }): (string | null)[] {
  const both = (['pl', 'en'] as const).map((language) => wordsOf(ctx.system, register, language, added))
  return proposedColumns(readable(withAdded(register, added), holderOf(ctx.user)), {
    heads,
    namesOf: (field) => both.flatMap((words) => [words.field(field), ...words.alsoCalled(field)]),
  })
}

/** How the same person mapped the last file with these heads. */
async function rememberedMapping(ctx: Reading, one: KeptImport): Promise<ImportMapping | null> {
  const [row] = await ctx.system.database.read.query(
    'select mapping from register_import where owner_id = ? and register = ? and heads_hash = ? and id < ? and mapping is not null order by id desc limit 1',
    [ctx.user.id, one.register, one.headsHash, one.id],
  )
  return row ? (JSON.parse(String(row[0])) as ImportMapping) : null // written by `map`
}
