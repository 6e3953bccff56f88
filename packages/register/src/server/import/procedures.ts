import { Failure, type Issue } from '@crm/platform'
import { allowed, type Mutation, type Query, type Reading, statement, type Writing } from '@crm/platform/server'
import { z } from 'zod'
import {
  type AnyRegister,
  changesSchema,
  type ImportAnswer,
  type ImportLine,
  type ImportMapping,
  type ImportRow,
  type ImportState,
  type MapInput,
  type MendInput,
  proposedColumns,
  type RegisterRights,
  rowsAtOnce,
  type RowsInput,
  rowStates,
  type RunInput,
  sameChoices,
} from '../../index.ts'
import { checkImport, makeImport, readImport, undoImport } from '../../jobs.ts'
import { registerNamed } from '../known.ts'
import { idSchema } from '../question.ts'
import { withLabels } from '../record.ts'
import { wordsOf } from '../words.ts'
import { checkThese } from './check-rows.ts'
import { findImport, importDocument, importsOf, type KeptImport, lockImport, moveImport, sheetRowsOf } from './found.ts'

export type ImportProcedures = {
  mine: Query<object | undefined, ImportLine[]>
  /** The import of an upload, once it has come in. */
  arrived: Query<{ upload: string }, { id: number }>
  get: Query<{ id: number }, ImportAnswer>
  rows: Query<RowsInput, ImportRow[]>
  map: Mutation<MapInput, null>
  mend: Mutation<MendInput, ImportRow>
  leave: Mutation<{ id: number; number: number }, null>
  run: Mutation<RunInput, null>
  resume: Mutation<{ id: number }, null>
  undo: Mutation<{ id: number }, null>
}

const stuckMs = 3 * 60_000
const working: readonly ImportState[] = ['reading', 'checking', 'importing', 'undoing']
const open: readonly ImportState[] = ['mapping', 'checked']
const atRow = { id: z.number().int().positive(), number: z.number().int().positive() }

/** A sheet on its way into a register: everybody sees their own only, and rows come in with the rights of the one who imports them. */
export function importProcedures(register: AnyRegister, rights: RegisterRights): ImportProcedures {
  const find = (ctx: Reading, id: number) => findImport(ctx, { register: register.id, id })
  const constants = changesSchema(register.fields)

  /** One's own import, locked, in one of these states. @throws Failure 'missing', or 'stale' when it is in another by now */
  async function lock(ctx: Writing, id: number, states: readonly ImportState[]): Promise<KeptImport> {
    await find(ctx, id)
    const one = await lockImport(id, states)
    if (!one) throw new Failure('stale', { changedFields: [] })
    return one
  }

  return {
    mine: allowed(rights.import)
      .input(z.object({}).optional())
      .query(async ({ ctx }) => (await importsOf(ctx, { register: register.id, limit: 20 })).map(lineOf)),
    arrived: allowed(rights.import)
      .input<{ upload: string }>(z.strictObject({ upload: z.string().max(60) }))
      .query(async ({ ctx, input }) => {
        const [row] = await ctx.system.database.read.query('select id from register_import where upload = ? and owner_id = ? and register = ?', [
          input.upload,
          ctx.user.id,
          register.id,
        ])
        if (!row) throw new Failure('missing')
        return { id: Number(row[0]) }
      }),
    get: allowed(rights.import)
      .input(idSchema)
      .query(async ({ ctx, input }) => answerOf(ctx, register, await find(ctx, input.id))),
    rows: allowed(rights.import)
      .input<RowsInput>(z.strictObject({ id: z.number().int().positive(), states: z.array(z.enum(rowStates)).max(rowStates.length), after: z.number().int().optional() }))
      .query(async ({ ctx, input }) => {
        await find(ctx, input.id)
        if (input.states.length === 0) return []
        return (await sheetRowsOf(ctx.system, { importId: input.id, after: input.after ?? 0, limit: rowsAtOnce, states: input.states })).map(rowOf)
      }),
    map: allowed(rights.import)
      .input<MapInput>(
        z.strictObject({
          id: z.number().int().positive(),
          columns: z.array(z.string().max(60).nullable()).max(100),
          constants: z.unknown().transform((given) => constants.parse(given)),
        }) as never, // made from the register's fields
      )
      .mutation(async ({ ctx, input }) => {
        const one = await lock(ctx, input.id, open)
        refuseMapping(register, one, input)
        await withLabels(ctx, register, input.constants)
        await statement("update register_import_row set state = 'waiting', issues = null, same_key = null where import_id = ? and state in ('good','bad','same')", [one.id])
        await moveImport(ctx, one.id, { state: 'checking', done_count: 0, mapping: JSON.stringify({ columns: input.columns, constants: input.constants }) })
        await ctx.send(checkImport, { importId: one.id, after: 0 })
        await ctx.journal({ document: importDocument(one.id), note: `mapped ${one.name}` })
        return null
      }),
    mend: allowed(rights.import)
      .input<MendInput>(z.strictObject({ ...atRow, column: z.number().int().min(0).max(99), text: z.string().max(32_767) }))
      .mutation(async ({ ctx, input }) => {
        const one = await lock(ctx, input.id, ['checked', 'done'])
        const row = await rowAt(ctx, one, input.number)
        const cells = one.heads.map((_head, at) => (at === input.column ? input.text : (row.cells[at] ?? '')))
        await statement('update register_import_row set cells = ? where import_id = ? and number = ?', [JSON.stringify(cells), one.id, row.number])
        await checkThese(ctx, registerNamed(register.id), { importId: one.id, mapping: one.mapping ?? { columns: [], constants: {} }, rows: [{ number: row.number, cells }] })
        // What was finished has rows to take again.
        if (one.state === 'done') await moveImport(ctx, one.id, { state: 'checked' })
        await ctx.journal({ document: importDocument(one.id), note: `row ${row.number} of ${one.name} mended` })
        const [mended] = await statement<Record<string, unknown>[]>(
          'select number, cells, state, issues, same_id as sameId, same_code as sameCode from register_import_row where import_id = ? and number = ?',
          [one.id, row.number],
        )
        if (!mended) throw new Failure('missing')
        return rowOf({ ...mended, cells } as unknown as Parameters<typeof rowOf>[0]) // the columns named above
      }),
    leave: allowed(rights.import)
      .input(z.strictObject(atRow))
      .mutation(async ({ ctx, input }) => {
        const one = await lock(ctx, input.id, ['checked', 'done'])
        const row = await rowAt(ctx, one, input.number)
        await statement("update register_import_row set state = 'left', same_key = null where import_id = ? and number = ?", [one.id, row.number])
        await ctx.journal({ document: importDocument(one.id), note: `row ${row.number} of ${one.name} left out` })
        return null
      }),
    run: allowed(rights.import)
      .input<RunInput>(z.strictObject({ id: z.number().int().positive(), same: z.enum(sameChoices) }))
      .mutation(async ({ ctx, input }) => {
        if (!ctx.user.rights.has(rights.create.id)) throw new Failure('denied', { right: rights.create.id })
        await find(ctx, input.id)
        const one = await lockImport(input.id, ['checked'])
        await ctx.journal({ document: importDocument(input.id), note: one ? `batch ${one.batch}: begun, ${input.same}` : 'repeated request' })
        // A second click finds it running, which is what it wanted.
        if (!one) return null
        await moveImport(ctx, one.id, { state: 'importing', same: input.same, done_count: 0 })
        await ctx.send(makeImport, { importId: one.id, after: 0 })
        return null
      }),
    resume: allowed(rights.import)
      .input(idSchema)
      .mutation(async ({ ctx, input }) => {
        const one = await lock(ctx, input.id, working)
        if (!isStuck(ctx, one)) throw new Failure('busy')
        await moveImport(ctx, one.id, {})
        if (one.state === 'reading') await ctx.send(readImport, { importId: one.id })
        else await ctx.send(one.state === 'checking' ? checkImport : one.state === 'importing' ? makeImport : undoImport, { importId: one.id, after: 0 })
        await ctx.journal({ document: importDocument(one.id), note: `batch ${one.batch}: ${one.state} taken up again` })
        return null
      }),
    undo: allowed(rights.import)
      .input(idSchema)
      .mutation(async ({ ctx, input }) => {
        const one = await lock(ctx, input.id, ['done'])
        await moveImport(ctx, one.id, { state: 'undoing', done_count: 0 })
        await ctx.send(undoImport, { importId: one.id, after: 0 })
        await ctx.journal({ document: importDocument(one.id), note: `batch ${one.batch}: undoing` })
        return null
      }),
  }
}

const isStuck = (ctx: Reading, one: KeptImport) => working.includes(one.state) && ctx.now.getTime() - Date.parse(one.movedAt) > stuckMs

const lineOf = ({ id, name, state, reason, at, rowCount, doneCount }: KeptImport): ImportLine => ({ id, name, state, reason, at, rowCount, doneCount })

const rowOf = (row: Awaited<ReturnType<typeof sheetRowsOf>>[number]): ImportRow => ({
  number: row.number,
  cells: row.cells,
  // Written by the check only.
  state: row.state as ImportRow['state'],
  issues: row.issues === null ? [] : (JSON.parse(row.issues) as Issue[]),
  sameAs: row.sameCode === null ? null : { id: row.sameId ?? 0, code: row.sameCode },
})

async function rowAt(ctx: Reading, one: KeptImport, number: number) {
  const [row] = await sheetRowsOf(ctx.system, { importId: one.id, after: number - 1, limit: 1, states: ['good', 'bad', 'same', 'left'] })
  if (row?.number !== number) throw new Failure('missing')
  return row
}

async function answerOf(ctx: Reading, register: AnyRegister, one: KeptImport): Promise<ImportAnswer> {
  const [counts, samples, remembered] = await Promise.all([
    ctx.system.database.read.query('select state, count(*) from register_import_row where import_id = ? group by state', [one.id]),
    sheetRowsOf(ctx.system, { importId: one.id, after: 0, limit: 4, states: rowStates }),
    one.mapping === null ? rememberedMapping(ctx, one) : null,
  ])
  return {
    ...lineOf(one),
    heads: one.heads,
    samples: samples.map((row) => row.cells),
    mapping: one.mapping ?? remembered ?? { columns: proposal(ctx, register, one), constants: {} },
    isRemembered: remembered !== null,
    same: one.same,
    counts: Object.fromEntries(counts.map(([state, count]) => [String(state), Number(count)])),
    isStuck: isStuck(ctx, one),
  }
}

function proposal(ctx: Reading, register: AnyRegister, { heads }: KeptImport): (string | null)[] {
  const both = (['pl', 'en'] as const).map((language) => wordsOf(ctx.system, register, language))
  return proposedColumns(register, { heads, namesOf: (field) => both.flatMap((words) => [words.field(field), ...words.alsoCalled(field)]) })
}

/** How the same person mapped the last file with these heads. */
async function rememberedMapping(ctx: Reading, one: KeptImport): Promise<ImportMapping | null> {
  const [row] = await ctx.system.database.read.query(
    'select mapping from register_import where owner_id = ? and register = ? and heads_hash = ? and id < ? and mapping is not null order by id desc limit 1',
    [ctx.user.id, one.register, one.headsHash, one.id],
  )
  return row ? (JSON.parse(String(row[0])) as ImportMapping) : null // written by `map`
}

/** A column or value for every required field, each field once, none that is computed. */
function refuseMapping(register: AnyRegister, one: KeptImport, { columns, constants }: MapInput): void {
  const issues: Issue[] = []
  if (columns.length !== one.heads.length) issues.push({ path: 'columns', code: 'wrong-value' })
  const used = columns.filter((name) => name !== null)
  for (const name of used) {
    const presence = register.fields[name]?.presence
    if (presence === undefined || presence === 'computed') issues.push({ path: name, code: 'unknown-field' })
    else if (used.indexOf(name) !== used.lastIndexOf(name) && !issues.some((issue) => issue.path === name)) issues.push({ path: name, code: 'twice' })
  }
  for (const [name, field] of Object.entries(register.fields))
    if (field.presence === 'required' && !used.includes(name) && (constants[name] === null || constants[name] === undefined)) issues.push({ path: name, code: 'required' })
  if (issues.length > 0) throw new Failure('invalid', { issues })
}
