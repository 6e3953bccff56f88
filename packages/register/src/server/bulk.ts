import { Failure, type FailureData, type Right } from '@crm/platform'
import { allowed, allowedOn, type Mutation, type Query, type Reading, statement, type Writing } from '@crm/platform/server'
import { z } from 'zod'
import {
  type AnyRegister,
  type BulkAnswer,
  type BulkEditInput,
  type BulkInput,
  type BulkTagInput,
  changesSchema,
  documentOf,
  type FieldMap,
  type Ids,
  type RegisterRights,
  type Selection,
  type Shelf,
} from '../index.ts'
import { askingOf } from './list/asking.ts'
import type { RegisterDocument } from './record/document.ts'
import { askedIn, demandFields } from './guarded.ts'
import { withoutNames } from './record/history.ts'
import { idsOf } from './list/counting.ts'
import type { Hooks } from './procedures.ts'
import { selectionSchema } from './list/question.ts'
import { shelve, type Stored, updateRecord } from './record/record.ts'

export type BulkProcedures<Fields extends FieldMap> = {
  /** What "all of the filter" are: the browser then sends them in parts, and shows how far it is. */
  ids: Query<Selection, Ids>
  archive: Mutation<BulkInput, BulkAnswer>
  restore: Mutation<BulkInput, BulkAnswer>
  remove: Mutation<BulkInput, BulkAnswer>
  edit: Mutation<BulkEditInput<Fields>, BulkAnswer>
  tag: Mutation<BulkTagInput, BulkAnswer>
}

/** So many in one transaction; the browser asks again for the rest. */
const inOneGo = 200
const bulkShape = { ids: z.array(z.number().int().positive()).min(1).max(inOneGo), batch: z.uuid() }

interface Of {
  readonly register: AnyRegister
  readonly rights: RegisterRights
  readonly document: RegisterDocument
  readonly hooks: Hooks
}

/** The same act on several records: right and document are checked for each, a refusal of one leaves the others done. */
export function bulkProcedures<Fields extends FieldMap>({ register, rights, document, hooks }: Of): BulkProcedures<Fields> {
  const changes = changesSchema(register.fields)
  const codeOf = (record: Stored) => (register.code ? String(record.values[register.code.field] ?? '') : null)

  async function each(
    ctx: Writing,
    { ids, batch }: BulkInput,
    act: (record: Stored) => Promise<{ record: Stored; changes: Readonly<Record<string, readonly [unknown, unknown]>> }>,
  ): Promise<BulkAnswer> {
    const done: number[] = []
    const refused: BulkAnswer['refused'][number][] = []
    for (const id of new Set(ids)) {
      let code: string | null = null
      await statement('savepoint of_one', [])
      try {
        const before = await document.lock(ctx, id)
        code = codeOf(before)
        const { record, changes: changed } = await act(before)
        await ctx.journal({ document: documentOf(register, id), documentCode: codeOf(record), changes: withoutNames(register, changed), note: `batch ${batch}` })
        done.push(id)
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        await statement('rollback to savepoint of_one', [])
        refused.push({ id, code, failure: { code: error.code, params: error.params } satisfies FailureData })
      }
    }
    if (done.length === 0) await ctx.journal({ note: `batch ${batch}: refused ${refused.length}` })
    return { done, refused }
  }

  const move = (right: Right, to: Shelf) =>
    allowedOn(right)
      .input<BulkInput>(z.strictObject(bulkShape))
      .mutation(({ ctx, input }) => each(ctx, input, (record) => shelve(ctx, register, record, to)))

  async function edit(ctx: Writing, before: Stored, values: Readonly<Record<string, unknown>>) {
    const edited = await updateRecord(ctx, register, before, { values, by: 'person' })
    await hooks.updated?.(ctx, edited.record, edited.changes)
    return edited
  }

  return {
    ids: allowed(rights.view)
      .input<Selection>(selectionSchema)
      .query(async ({ ctx, input }: { ctx: Reading; input: Selection }) => {
        await demandFields(ctx, register, askedIn(input))
        return idsOf(ctx.system.database.read, { ...input, scope: document.scope(ctx) }, askingOf(ctx, register))
      }),
    archive: move(rights.archive, 'archived'),
    restore: move(rights.restore, 'current'),
    remove: move(rights.remove, 'removed'),
    edit: allowedOn(rights.edit)
      .input<BulkEditInput<Fields>>(z.strictObject({ ...bulkShape, values: z.unknown().transform((given) => changes.parse(given)) }) as never) // made from the same fields
      .mutation(async ({ ctx, input }) => {
        await demandFields(ctx, register, Object.keys(input.values))
        return each(ctx, input, (record) => edit(ctx, record, input.values))
      }),
    tag: allowedOn(rights.edit)
      .input<BulkTagInput>(
        z.strictObject({
          ...bulkShape,
          field: z.string().max(60),
          tag: z
            .string()
            .trim()
            .min(1)
            .max(40)
            .regex(/^[^|]+$/, 'wrong-value'),
        }),
      )
      .mutation(async ({ ctx, input }) => {
        if (register.fields[input.field]?.kind !== 'tags') throw new Failure('invalid', { issues: [{ path: 'field', code: 'unknown-field' }] })
        await demandFields(ctx, register, [input.field])
        return each(ctx, input, (record) => {
          const known = (record.values[input.field] ?? []) as readonly string[] // a tags field's value
          return edit(ctx, record, { [input.field]: [...new Set([...known, input.tag])].slice(0, 10) })
        })
      }),
  }
}
