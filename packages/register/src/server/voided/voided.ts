import { allowed, momentOf, type Query, type Reading, statement } from '@crm/platform/server'
import { z } from 'zod'
import type { AnyRegister, RegisterRights, VoidedAnswer, VoidedInput, VoidedNumber } from '../../index.ts'
import { searchBody, searchWords } from '../list/search.ts'
import type { Stored } from '../record/record.ts'

/** Why a record goes for good and by whose hand; `null` when its days in the trash are over. */
export type Voiding = { readonly reason: string; readonly byId: number } | null

/** Keep the number of a record that goes, so that the gap in its series is explained; without a series it is the one in its address. */
export async function voidNumber(register: AnyRegister, record: Stored, { voiding, at }: { voiding: Voiding; at: Date }): Promise<void> {
  const number = String((register.code && record.values[register.code.field]) ?? `#${record.id}`)
  // Without who it was: a name that is written here could not be taken back.
  const body = searchBody([number, voiding?.reason ?? ''])
  await statement('insert into register_voided set ?', [
    { register: register.id, number, record_id: record.id, reason: voiding?.reason ?? null, by_id: voiding?.byId ?? null, at, body },
  ])
}

const atOnce = 100

/** The numbers of a register that nobody bears any more. */
export const voidedQuery = (register: AnyRegister, right: RegisterRights['voided']): Query<VoidedInput, VoidedAnswer> =>
  allowed(right)
    .input<VoidedInput>(
      z.strictObject({ search: z.string().max(200).optional(), recordId: z.number().int().positive().optional(), before: z.number().int().positive().optional() }),
    )
    .query(({ ctx, input }) => voidedIn(ctx, register, input))

async function voidedIn(ctx: Reading, register: AnyRegister, { search = '', recordId, before }: VoidedInput): Promise<VoidedAnswer> {
  const { read } = ctx.system.database
  const conditions: [string, unknown][] = [
    ['v.register = ?', register.id],
    ...searchWords(search).map((word): [string, unknown] => ['instr(v.body, ?)', Buffer.from(word)]),
    ...(recordId === undefined ? [] : [['v.record_id = ?', recordId] as [string, unknown]]),
  ]
  const ask = (asked: typeof conditions, what: string, rest: string) =>
    read.query(
      `select ${what} from register_voided v left join platform_user u on u.id = v.by_id where ${asked.map(([text]) => text).join(' and ')} ${rest}`,
      asked.map(([, value]) => value),
    )
  const page = before === undefined ? conditions : [...conditions, ['v.id < ?', before] as [string, unknown]]
  const [rows, [total]] = await Promise.all([
    ask(page, 'v.id, v.number, v.record_id, v.reason, u.name, v.at', `order by v.id desc limit ${atOnce + 1}`),
    ask(conditions, 'count(*)', ''),
  ])
  return { numbers: rows.slice(0, atOnce).map(numberFrom), count: Number(total?.[0]), hasMore: rows.length > atOnce }
}

const textOrNull = (value: unknown) => (value === null || value === undefined ? null : String(value))

const numberFrom = ([id, number, recordId, reason, by, at]: readonly unknown[]): VoidedNumber => ({
  id: Number(id),
  number: String(number),
  recordId: Number(recordId),
  reason: textOrNull(reason),
  by: textOrNull(by),
  at: momentOf(at),
})
