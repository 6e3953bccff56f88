import type { Day } from '@crm/platform'
import { rearm, type Reminded, type ReminderFacts, type Writing } from '@crm/platform/server'
import type { AnyRegister, Shelf } from '../../index.ts'
import { columnsOf } from '../table/column.ts'

/** Computed ones too: a reminder may be relative to the last safe day to decide. */
const dayFieldsOf = (register: AnyRegister): string[] => Object.keys(register.fields).filter((name) => register.fields[name]?.kind === 'day')

const columnOf = (register: AnyRegister, name: string | undefined): string | null => {
  const field = name === undefined ? undefined : register.fields[name]
  return field && name !== undefined ? (columnsOf(name, field)[0]?.name ?? null) : null
}

/** Whoever looks after a record: the field called owner, or the first that names a person. */
export const referring = (register: AnyRegister, target: string): string | undefined => {
  const names = Object.keys(register.fields).filter((name) => register.fields[name]?.kind === 'reference' && register.fields[name]?.target === target)
  return names.find((name) => name === 'owner') ?? names[0]
}

/** What reminders ask of a register's records. */
export function registerReminded(register: AnyRegister): Reminded {
  const dayFields = dayFieldsOf(register)
  const owner = columnOf(register, referring(register, 'directory.person'))
  const department = columnOf(register, referring(register, 'directory.department'))
  const code = columnOf(register, register.code?.field ?? register.list.title)
  const columns = [code ?? 'null', 'shelf', owner ?? 'null', department ?? 'null', ...dayFields.map((name) => columnOf(register, name) ?? 'null')]
  return {
    dayFields,
    async facts(system, ids) {
      if (ids.length === 0) return new Map()
      const rows = await system.database.read.query(`select id, ${columns.join(', ')} from ${register.table} where id in (?)`, [ids])
      return new Map(
        rows.map(([id, title, shelf, ownerId, departmentId, ...days]): [number, ReminderFacts] => [
          Number(id),
          {
            code: title === null ? null : String(title),
            isCurrent: shelf === 'current',
            ownerId: ownerId === null ? null : Number(ownerId),
            departmentId: departmentId === null ? null : Number(departmentId),
            days: Object.fromEntries(dayFields.map((name, at) => [name, days[at] === null || days[at] === undefined ? null : String(days[at])])),
          },
        ]),
      )
    },
  }
}

interface Held {
  readonly id: number
  readonly shelf: Shelf
  readonly values: Readonly<Record<string, unknown>>
}

/** In the transaction of a change: the days that reminders aim at follow the record. */
export const remindAnew = (ctx: Pick<Writing, 'system' | 'now' | 'journal'>, register: AnyRegister, { id, shelf, values }: Held): Promise<void> =>
  rearm(
    ctx,
    { kind: register.id, recordId: id },
    // Fields of this kind hold days or nothing.
    { isCurrent: shelf === 'current', days: Object.fromEntries(dayFieldsOf(register).map((name) => [name, (values[name] ?? null) as Day | null])) },
  )

/** Whether a change touched something that a reminder may aim at. */
export const movesDays = (register: AnyRegister, changed: readonly string[]): boolean => changed.some((name) => register.fields[name]?.kind === 'day')
