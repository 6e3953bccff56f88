import { Failure } from '@crm/platform'
import type { Reading } from '@crm/platform/server'
import type { AnyRegister } from '../index.ts'
import type { Sql } from './condition.ts'
import { snake } from './column.ts'
import type { Hooks } from './procedures.ts'

/** A register's records as documents: found only by those who may know of them. */
export interface RegisterDocument {
  readonly kind: string
  /** @returns the code people know it by; @throws Failure 'missing' when it is not there for this reader */
  find(ctx: Reading, id: number): Promise<{ readonly code: string | null }>
}

export function registerDocument(register: AnyRegister, { scope }: Pick<Hooks, 'scope'> = {}): RegisterDocument {
  const column = register.code ? snake(register.code.field) : 'null'
  return {
    kind: register.id,
    async find(ctx, id) {
      const seen = sqlOf(scope?.(ctx) ?? 'all')
      const [row] = await ctx.system.database.read.query(`select t.${column} from ${register.table} t where t.id = ? and ${seen.text}`.replace('t.null', 'null'), [
        id,
        ...seen.values,
      ])
      if (!row) throw new Failure('missing')
      return { code: row[0] === null ? null : String(row[0]) }
    },
  }
}

/** Which records of a register a reader may know of; an app's server lists it under `sees`. */
export const registerSees =
  (register: AnyRegister, { scope }: Pick<Hooks, 'scope'> = {}) =>
  async (ctx: Reading, ids: readonly number[]): Promise<ReadonlySet<number>> => {
    const seen = sqlOf(scope?.(ctx) ?? 'all')
    const rows = await ctx.system.database.read.query(`select t.id from ${register.table} t where t.id in (?) and ${seen.text}`, [ids, ...seen.values])
    return new Set(rows.map(([id]) => Number(id)))
  }

/** What a scope says, as a condition. */
export function sqlOf(scope: Sql | 'all' | 'none'): Sql {
  if (scope === 'all') return { text: 'true', values: [] }
  return scope === 'none' ? { text: 'false', values: [] } : scope
}
