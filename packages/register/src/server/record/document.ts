import { Failure, type Right, rightsOf } from '@crm/platform'
import { type AccessSubject, demandOn, type DocumentKind, type Reading, type Reminded, sightOf, statement, type System, visibleWhere, type Writing } from '@crm/platform/server'
import { type AnyRegister, guardedFields, type RegisterRights } from '../../index.ts'
import { askingOf } from '../list/asking.ts'
import type { Sql } from '../list/condition.ts'
import { snake } from '../table/column.ts'
import { listPage } from '../list/planner.ts'
import type { Hooks } from '../procedures.ts'
import { recordFrom, type Stored } from './record.ts'
import { registerReminded } from './reminded.ts'

/** One record as its document's checks found it. */
interface FoundDocument {
  readonly kind: string
  readonly id: number
  /** How people call it. */
  readonly code: string | null
  readonly accessId: number | null
  readonly view: string
}

/** A register's records as documents: found only by those who may know of them. */
export interface RegisterDocument extends DocumentKind {
  readonly reminded: Reminded
  readonly register: AnyRegister
  /** How records are called; what is in the trash is not there. */
  called(system: System, ids: readonly number[]): Promise<ReadonlyMap<number, { readonly code: string | null; readonly title: string }>>
  /** @throws Failure 'missing' when it is not there for this reader, 'denied' when the right of the request is not held on it */
  find(ctx: Reading, id: number): Promise<FoundDocument>
  /** The same, and the whole record, locked in the running transaction. */
  lock(ctx: Writing, id: number): Promise<Stored>
  /** The same without asking for the right of the request. @throws Failure 'missing' */
  see(ctx: Reading, id: number): Promise<FoundDocument>
  /** The records on which the reader has the right of the request, as a condition; `null` is all of them. */
  scope(ctx: Reading): Sql | null
}

/** @param rights.view the right without which a record is not there */
export function registerDocument(register: AnyRegister, { view, path = '', scope }: { view: Right; path?: string } & Pick<Hooks, 'scope'>): RegisterDocument {
  const codeColumn = register.code ? snake(register.code.field) : null
  const code = codeColumn === null ? 'null' : `t.${codeColumn}`
  const foundAs = (id: number, named: unknown, accessId: unknown): FoundDocument => ({
    kind: register.id,
    id,
    view: view.id,
    code: named === null ? null : String(named),
    accessId: accessId === null ? null : Number(accessId),
  })
  const stored = async (ctx: Reading, id: number): Promise<FoundDocument | null> => {
    const seen = sqlOf(scope?.(ctx) ?? 'all')
    const [row] = await ctx.system.database.read.query(`select ${code}, t.access_id from ${register.table} t where t.id = ? and ${seen.text}`, [id, ...seen.values])
    return row ? foundAs(id, row[0], row[1]) : null
  }
  const document: RegisterDocument = {
    register,
    kind: register.id,
    view: view.id,
    path,
    reminded: registerReminded(register),
    find: async (ctx, id) => demandOn(ctx, await stored(ctx, id), { kind: register.id, id }),
    async lock(ctx, id) {
      const seen = sqlOf(scope?.(ctx) ?? 'all')
      const [row] = await statement<Record<string, unknown>[]>(`select t.* from ${register.table} t where t.id = ? and ${seen.text} for update`, [id, ...seen.values])
      await demandOn(ctx, row ? foundAs(id, codeColumn === null ? null : row[codeColumn], row.access_id) : null, { kind: register.id, id })
      if (!row) throw new Failure('missing') // thrown already
      return recordFrom(ctx.system, register, row)
    },
    see: async (ctx, id) => sightOf(ctx, await stored(ctx, id), { kind: register.id, id }),
    scope(ctx) {
      const parts = [scope?.(ctx) ?? 'all', visibleWhere(ctx.user, { kind: register.id, right: ctx.right.id, now: ctx.now })].filter((part) => part !== 'all').map(sqlOf)
      if (parts.length === 0) return null
      return {
        text: parts.map((part) => part.text).join(' and '),
        values: parts.flatMap((part) => part.values),
        isNarrow: parts.some((part) => part.isNarrow ?? false),
        ...(parts.length === 1 && parts[0]?.plain ? { plain: parts[0].plain } : {}),
      }
    },
    async search(ctx, { text, limit }) {
      const reading = { ...ctx, right: view }
      const columns = [...(register.code ? [register.code.field] : []), register.list.title]
      const { rows } = await listPage(ctx.system.database.read, { columns, search: text, limit, scope: document.scope(reading) }, askingOf(reading, register))
      return rows.map(([id, _version, ...cells]) => ({ id, code: register.code ? String(cells[0] ?? '') : null, title: String(cells.at(-1) ?? '') }))
    },
    async called(system, ids) {
      if (ids.length === 0) return new Map()
      const rows = await system.database.read.query(`select t.id, ${code}, t.${snake(register.list.title)} from ${register.table} t where t.id in (?) and t.shelf <> 'removed'`, [
        ids,
      ])
      return new Map(rows.map(([id, number, title]) => [Number(id), { code: number === null ? null : String(number), title: String(title ?? '') }]))
    },
    async codes(system: System, ids) {
      if (ids.length === 0) return new Map()
      const rows = await system.database.read.query(`select t.id, ${code} from ${register.table} t where t.id in (?)`, [ids])
      return new Map(rows.map(([id, known]) => [Number(id), known === null ? null : String(known)]))
    },
    async accessIds(system: System, ids) {
      if (ids.length === 0) return new Map()
      const rows = await system.database.read.query(`select id, access_id from ${register.table} where id in (?)`, [ids])
      return new Map(rows.map(([id, accessId]) => [Number(id), accessId === null ? null : Number(accessId)]))
    },
  }
  return document
}

/** The same as a subject of access tables and grants. */
export function accessSubject(register: AnyRegister, { rights, document }: { rights: RegisterRights; document: RegisterDocument }): AccessSubject {
  const ofFields = new Set(guardedFields(register).map(([, right]) => right))
  // Making a new record is about no document, and what of records may be read is the same for all of them.
  const all = rightsOf(rights)
    .map((right) => right.id)
    .filter((id) => id !== rights.create.id && !ofFields.has(id))
  return {
    ...document,
    rights: all,
    manage: rights.access.id,
    previewRights: all.filter((id) => id === rights.view.id || /[.]files[.](list|preview)$/.test(id)),
    async govern({ id, to }) {
      await statement(`update ${register.table} set access_id = ? where id = ?`, [to, id])
    },
  }
}

/** What a scope says, as a condition. */
function sqlOf(scope: Sql | 'all' | 'none'): Sql {
  if (scope === 'all') return { text: 'true', values: [] }
  return scope === 'none' ? { text: 'false', values: [], isNarrow: true } : scope
}

/** Every register of the running system, as its apps list them. */
export const registersOf = (system: System): AnyRegister[] =>
  system.apps.flatMap((server) => (server.documents ?? []).flatMap((kind) => ('register' in kind ? [(kind as RegisterDocument).register] : []))) // only registerDocument makes one
