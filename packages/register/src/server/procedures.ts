import { type Day, Failure, type FieldAuthor, type HistoryLine, isDay, type Present, type Right, rightsOf, type Standing } from '@crm/platform'
import {
  type AccessProcedures,
  accessProcedures,
  allowed,
  allowedOn,
  type Changes,
  holderOf,
  lookupFor,
  type Mutation,
  once,
  type Query,
  type Reading,
  type ReminderProcedures,
  reminderProcedures,
  rightsOn,
  standAt,
  type Writing,
} from '@crm/platform/server'
import { z } from 'zod'
import {
  type AddedField,
  type AlikeInput,
  type AlikeLine,
  type AnyRegister,
  changesSchema,
  type Count,
  type CreateInput,
  type Dependent,
  type DestroyInput,
  documentOf,
  guardedFields,
  type FieldMap,
  type GetAnswer,
  type ListAnswer,
  type ListInput,
  type LookupAnswer,
  longestReason,
  type LookupInput,
  type Marked,
  type PastAnswer,
  type RecordOf,
  type Register,
  type RegisterRights,
  type Selection,
  type Shelf,
  type Total,
  type TotalsInput,
  type UpdateInput,
  type VoidedAnswer,
  type VoidedInput,
  valuesSchema,
} from '../index.ts'
import { addedIn } from './added/kept.ts'
import { alikeQuery } from './record/alike.ts'
import { stateOn } from './record/as-of.ts'
import { askingOf } from './list/asking.ts'
import { type BulkProcedures, bulkProcedures } from './bulk.ts'
import { type CommentProcedures, commentProcedures } from './comments/procedures.ts'
import type { Sql } from './list/condition.ts'
import { accessSubject, registerDocument } from './record/document.ts'
import { dependentsOf, destroyRecord } from './record/destroy.ts'
import { type ExportProcedures, exportProcedures } from './export/procedures.ts'
import { type ImportProcedures, importProcedures } from './import/procedures.ts'
import { askedIn, demandFields } from './guarded.ts'
import { type PrintProcedures, printProcedures } from './print.ts'
import { keepRegister } from './known.ts'
import { authorsOf, historyOf, withoutNames } from './record/history.ts'
import { countMatches } from './list/counting.ts'
import { listPage } from './list/planner.ts'
import { idSchema, listSchema, markedSchema, selectionSchema, totalsSchema } from './list/question.ts'
import { tellOwner } from './record/tell-owner.ts'
import { totalsOf } from './list/totals.ts'
import { voidedQuery } from './voided/voided.ts'
import { type ViewProcedures, viewProcedures } from './views/procedures.ts'
import { findRecord, insertRecord, refuseStale, shelve, type Stored, updateRecord } from './record/record.ts'

/** Every register's door: the types are stated, so that apps cost the compiler little and a renamed field breaks their pages. */
export type RegisterProcedures<Fields extends FieldMap> = {
  list: Query<ListInput<Fields>, ListAnswer>
  count: Query<Selection, Count>
  get: Query<{ id: number }, GetAnswer<Fields>>
  create: Mutation<CreateInput<Fields>, Marked>
  update: Mutation<UpdateInput<Fields>, Marked>
  archive: Mutation<Marked, Marked>
  restore: Mutation<Marked, Marked>
  remove: Mutation<Marked, Marked>
  history: Query<{ id: number }, HistoryLine[]>
  authors: Query<{ id: number }, FieldAuthor[]>
  /** The record as it was at the end of a day. */
  asOf: Query<{ id: number; day: Day }, PastAnswer>
  lookup: Query<LookupInput<Fields>, LookupAnswer>
  access: AccessProcedures
  totals: Query<TotalsInput, Total[]>
  bulk: BulkProcedures<Fields>
  /** What a tab does with a record from now on. @returns who else has it open */
  here: Query<{ id: number; tab: string; as: Standing }, Present[]>
  /** What admins said of the register's free columns. */
  added: Query<object | undefined, AddedField[]>
  views: ViewProcedures
  reminders: ReminderProcedures
  dependents: Query<{ id: number }, Dependent[]>
  destroy: Mutation<DestroyInput, null>
  voided: Query<VoidedInput, VoidedAnswer>
  import: ImportProcedures
  comments: CommentProcedures
  exports: ExportProcedures
  print: PrintProcedures
  /** Records that a form may double. */
  alike: Query<AlikeInput, AlikeLine[]>
}

/** What an app adds, small to large; all of it runs in the transaction of the change. */
export interface Hooks {
  /** Which records the caller may see at all: all of them, none, or those that fit. Used by list, get, update, count and search alike. */
  scope?(ctx: Reading): Sql | 'all' | 'none'
  created?(ctx: Writing, record: Stored): Promise<void>
  updated?(ctx: Writing, record: Stored, changes: Changes): Promise<void>
}

/** `list, get, create …` of one register, each behind its own right. */
export function registerProcedures<Fields extends FieldMap>(register: Register<Fields>, rights: RegisterRights, hooks: Hooks = {}): RegisterProcedures<Fields> {
  // Inside, fields are walked by name; the door's types carry them to the callers.
  const plain: AnyRegister = register
  const values = valuesSchema(register.fields)
  const changes = changesSchema(register.fields)
  const asking = (ctx: Reading) => askingOf(ctx, plain)
  const codeOf = (record: Stored) => (register.code ? String(record.values[register.code.field] ?? '') : null)
  const entryOf = (record: Stored) => ({ document: documentOf(register, record.id), documentCode: codeOf(record) })

  const document = registerDocument(plain, { ...hooks, view: rights.view })
  keepRegister({ register: plain, rights, document, hooks })

  /** The record as its editor saw it, locked. */
  const lockSeen = async (ctx: Writing, { id, version }: Marked): Promise<Stored> => {
    const record = await document.lock(ctx, id)
    await refuseStale(ctx, plain, record, version)
    return record
  }
  const move = (right: Right, to: Shelf) =>
    allowedOn(right)
      .input<Marked>(markedSchema)
      .mutation(async ({ ctx, input }) => {
        const { record, changes: moved } = await shelve(ctx, plain, await lockSeen(ctx, input), to)
        await ctx.journal({ ...entryOf(record), changes: moved })
        return { id: record.id, version: record.version }
      })

  const ofFields = [...new Set(guardedFields(plain).map(([, right]) => right))]
  const ofDocument = rightsOf(rights)
    .map((right) => right.id)
    .filter((right) => !ofFields.includes(right))
  return {
    access: accessProcedures(accessSubject(plain, { rights, document }), { right: rights.access, find: document.find }),
    list: allowedOn(rights.view)
      .input<ListInput<Fields>>(listSchema as never) // names of columns are checked by the planner against the declaration
      .query(async ({ ctx, input }) => {
        await demandFields(ctx, plain, askedIn(input))
        return listPage(ctx.system.database.read, { ...input, scope: document.scope(ctx) }, asking(ctx))
      }),
    count: allowedOn(rights.view)
      .input<Selection>(selectionSchema)
      .query(async ({ ctx, input }) => {
        await demandFields(ctx, plain, askedIn(input))
        return countMatches(ctx.system.database.read, { ...input, scope: document.scope(ctx) }, asking(ctx))
      }),
    get: allowedOn(rights.view)
      .input(idSchema)
      .query(async ({ ctx, input }) => {
        const found = await document.find(ctx, input.id)
        const record = await findRecord(ctx.system, plain, input)
        if (!record) throw new Failure('missing')
        await journalView(ctx, entryOf(record))
        return {
          row: rowOf<Fields>(record, asking(ctx).register),
          // Rights of fields are not given document by document: they are held or not.
          can: [...(await rightsOn(ctx, found, ofDocument)), ...ofFields.filter(holderOf(ctx.user))],
        }
      }),
    totals: allowedOn(rights.view)
      .input<TotalsInput>(totalsSchema)
      .query(async ({ ctx, input: { fields, ...selection } }) => {
        await demandFields(ctx, plain, [...askedIn(selection), ...fields])
        return totalsOf(ctx.system.database.read, { ...selection, scope: document.scope(ctx) }, { fields, asking: asking(ctx) })
      }),
    here: allowedOn(rights.view)
      .input(z.strictObject({ id: z.number().int().positive(), tab: z.uuid(), as: z.enum(['viewing', 'editing']).nullable() }))
      .query(async ({ ctx, input: { id, ...standing } }) => {
        await document.find(ctx, id)
        return standAt(ctx, { document: documentOf(register, id), ...standing })
      }),
    added: allowedOn(rights.view)
      .input(z.strictObject({}).optional())
      .query(({ ctx }) => addedIn(ctx.system, register.id)),
    views: viewProcedures(plain, rights),
    import: importProcedures(plain, rights),
    alike: alikeQuery(plain, { rights, document }),
    exports: exportProcedures(plain, rights),
    print: printProcedures(plain, { right: rights.print, document }),
    comments: commentProcedures(plain, { rights, document }),
    reminders: reminderProcedures(document, rights.reminders),
    dependents: allowedOn(rights.destroy)
      .input(idSchema)
      .query(async ({ ctx, input }) => {
        await document.find(ctx, input.id)
        return dependentsOf(ctx.system, plain, { id: input.id, reader: ctx.user })
      }),
    destroy: allowedOn(rights.destroy)
      .input<DestroyInput>(markedSchema.extend({ reason: z.string().trim().min(1, 'required').max(longestReason) }))
      .mutation(async ({ ctx, input }) => {
        await destroyRecord(ctx, plain, await lockSeen(ctx, input), { reason: input.reason, byId: ctx.user.id })
        return null
      }),
    voided: voidedQuery(plain, rights.voided),
    bulk: bulkProcedures<Fields>({ register: plain, rights, document, hooks }),
    create: allowed(rights.create)
      .input<CreateInput<Fields>>(z.strictObject({ values: z.unknown().transform((given) => values.parse(given)), key: z.uuid().optional() }) as never) // the schema is made from the same fields
      .mutation(({ ctx, input }) =>
        once(ctx, input.key, async () => {
          await demandFields(ctx, plain, filledIn(input.values))
          const record = await insertRecord(ctx, plain, input.values)
          const filled = Object.entries(record.values).filter(([, value]) => value !== null)
          await ctx.journal({ ...entryOf(record), changes: withoutNames(plain, Object.fromEntries(filled.map(([name, value]) => [name, [null, value] as const]))) })
          await hooks.created?.(ctx, record)
          return { id: record.id, version: record.version }
        }),
      ),
    update: allowedOn(rights.edit)
      .input<UpdateInput<Fields>>(
        z.strictObject({ id: z.number().int().positive(), version: z.number().int().positive(), values: z.unknown().transform((given) => changes.parse(given)) }) as never,
      ) // as above
      .mutation(async ({ ctx, input }) => {
        await demandFields(ctx, plain, Object.keys(input.values))
        const { record, changes: changed } = await updateRecord(ctx, plain, await lockSeen(ctx, input), { values: input.values, by: 'person' })
        await ctx.journal({ ...entryOf(record), changes: withoutNames(plain, changed) })
        await hooks.updated?.(ctx, record, changed)
        await tellOwner(ctx, plain, record)
        return { id: record.id, version: record.version }
      }),
    archive: move(rights.archive, 'archived'),
    restore: move(rights.restore, 'current'),
    remove: move(rights.remove, 'removed'),
    history: allowedOn(rights.history)
      .input(idSchema)
      .query(async ({ ctx, input }) => {
        await document.find(ctx, input.id)
        return historyOf(ctx, documentOf(register, input.id))
      }),
    authors: allowed(rights.history)
      .input(idSchema)
      .query(async ({ ctx, input }) => {
        await document.find(ctx, input.id)
        return authorsOf(ctx, documentOf(register, input.id))
      }),
    asOf: allowedOn(rights.history)
      .input(z.strictObject({ id: z.number().int().positive(), day: z.string().refine(isDay, 'not-a-day') }))
      .query(async ({ ctx, input }) => {
        await document.find(ctx, input.id)
        return stateOn(ctx, plain, input)
      }),
    lookup: allowed(rights.view)
      .input<LookupInput<Fields>>(z.strictObject({ field: z.string().max(60), text: z.string().max(100), limit: z.number().int().min(1).max(50).optional() }) as never) // the field's name is checked below
      .query(({ ctx, input }) => {
        const target = register.fields[input.field]?.target
        if (!target) throw new Failure('invalid', { issues: [{ path: 'field', code: 'unknown-field' }] })
        return lookupFor(ctx.system, target).search(ctx.system, { text: input.text, limit: input.limit ?? 20, user: ctx.user })
      }),
  }
}

/** The fields that are said to be something. */
const filledIn = (values: Readonly<Record<string, unknown>>) => Object.keys(values).filter((name) => values[name] !== null && values[name] !== undefined)

/** What the reader may not read is empty for them. */
const rowOf = <Fields extends FieldMap>({ values, ...about }: Stored, { hidden = {} }: AnyRegister) =>
  ({ ...values, ...Object.fromEntries(Object.keys(hidden).map((name) => [name, null])), ...about }) as unknown as RecordOf<Fields> // read by the same declaration; guarded fields may be empty

const viewed = new Map<string, number>()
const viewedAgainMs = 10 * 60_000

/** Opening a document is an action; opening it again within ten minutes in the same session is the same one. */
async function journalView(ctx: Reading, entry: { document: string; documentCode: string | null }): Promise<void> {
  const key = `${ctx.session} ${entry.document}`
  const now = ctx.now.getTime()
  if ((viewed.get(key) ?? 0) > now - viewedAgainMs) return
  if (viewed.size > 20_000) viewed.clear()
  await ctx.journalRead(entry)
  viewed.set(key, now)
}
