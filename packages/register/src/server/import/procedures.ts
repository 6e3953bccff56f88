import { Failure } from '@crm/platform'
import { allowed, type Mutation, type Query, type Reading, statement, type Writing } from '@crm/platform/server'
import { z } from 'zod'
import {
  type AnyRegister,
  changesSchema,
  type ImportAnswer,
  type ImportLine,
  type ImportRow,
  type ImportState,
  type MapInput,
  type MendInput,
  type RegisterRights,
  rowsAtOnce,
  type RowsInput,
  rowStates,
  type RunInput,
  sameChoices,
} from '../../index.ts'
import { checkImport, makeImport, readImport, undoImport } from '../../jobs.ts'
import { registerNamed } from '../known.ts'
import { idSchema } from '../list/question.ts'
import { withLabels } from '../record/record.ts'
import { answerOf, isStuck, lineOf, rowOf, working } from './answer.ts'
import { checkThese } from './check-rows.ts'
import { demandFields } from '../guarded.ts'
import { refuseMapping } from './mapping.ts'
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
  begin: Mutation<RunInput, null>
  resume: Mutation<{ id: number }, null>
  undo: Mutation<{ id: number }, null>
}

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
        await demandFields(ctx, register, [...input.columns.filter((name) => name !== null), ...Object.keys(input.constants)])
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
    begin: allowed(rights.import)
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

async function rowAt(ctx: Reading, one: KeptImport, number: number) {
  const [row] = await sheetRowsOf(ctx.system, { importId: one.id, after: number - 1, limit: 1, states: ['good', 'bad', 'same', 'left'] })
  if (row?.number !== number) throw new Failure('missing')
  return row
}
