import type { FieldAuthor, HistoryLine } from '@crm/platform'
import { type Changes, holderOf, openMasking, openVeil, type Reading, withNames } from '@crm/platform/server'
import { QueryTypes } from 'sequelize'
import { type AnyRegister, guardedFields, type Referred } from '../../index.ts'

interface Row {
  id: number
  at: Date
  action: string
  actor: string | null
  outcome: HistoryLine['outcome']
  changes: Changes | string | null
  note: string | null
}

const limit = 500

/** What was done to a document, newest first, without the values of fields that the reader may not see. */
export async function historyOf(ctx: Reading, document: string): Promise<HistoryLine[]> {
  const hides = await openVeil(ctx, [document])
  const rows = (await entries(ctx, document, `order by j.id desc limit ${limit}`)).filter((row) => !hides(document, { changes: parsed(row), note: row.note }))
  const mask = openMasking(ctx.system.apps, holderOf(ctx.user))
  const named = await withNames(ctx.system, rows.map(parsed))
  return rows.map((row, at) => ({ ...row, at: new Date(row.at).toISOString(), ...mask(document, named[at] ?? null) }))
}

/** Who gave each field the value that it has now. */
export async function authorsOf(ctx: Reading, document: string): Promise<FieldAuthor[]> {
  const latest = new Map<string, FieldAuthor>()
  for (const row of await entries(ctx, document, 'and j.is_change = 1 and j.changes is not null order by j.id desc limit 2000'))
    for (const field of Object.keys(parsed(row) ?? {})) if (!latest.has(field)) latest.set(field, { field, actor: row.actor, at: new Date(row.at).toISOString() })
  return [...latest.values()]
}

const entries = (ctx: Reading, document: string, rest: string): Promise<Row[]> =>
  ctx.system.database.sequelize.query<Row>(
    `select j.id, j.at, j.action, u.name as actor, j.outcome, j.changes, j.note from platform_journal j left join platform_user u on u.id = j.actor_id where j.document = ? ${rest}`,
    { type: QueryTypes.SELECT, replacements: [document] },
  )

const parsed = ({ changes }: Row): Changes | null => (typeof changes === 'string' ? (JSON.parse(changes) as Changes) : changes) // what the journal wrote

/** Changes as the journal keeps them: people by number, because a name in it could not be taken back. */
export function withoutNames(register: AnyRegister, changes: Changes): Changes {
  const nameless = (target: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => nameless(target, one))
    return value === null || value === undefined ? null : { id: (value as Referred).id, of: target } // a reference field's value
  }
  return Object.fromEntries(
    Object.entries(changes).map(([name, sides]) => {
      const target = register.fields[name]?.target
      return [name, target === 'directory.person' ? ([nameless(target, sides[0]), nameless(target, sides[1])] as const) : sides]
    }),
  )
}

/** The rights that a register's sensitive fields ask for; an app's server lists it under `sensitive`. */
export const sensitiveOf = (register: AnyRegister): Record<string, string> => Object.fromEntries(guardedFields(register))
