import { createHash } from 'node:crypto'
import type { Request } from '../../context.ts'
import { statement, transact } from '../../database/database.ts'

/** Something that may be tried so many times within a window; more than that, and it is refused for a while. */
export interface Limit {
  readonly kind: 'account' | 'pair' | 'address' | 'area' | 'device' | 'code' | 'change' | 'reset' | 'confirm' | 'missing' | 'denied' | 'storm' | 'unsolved' | 'probe' | 'taken'
  /** Together with the kind it says what is counted. */
  readonly of: string
  readonly most: number
  readonly windowMinutes: number
  readonly lockMinutes: number
  /** Each lock within a day of the one before lasts twice as long, up to a day. */
  readonly doubles?: boolean
  readonly userId?: number | null
  readonly network?: string | null
}

export interface Reservation {
  /** How often each kind was tried within its window, this time included. */
  readonly counts: ReadonlyMap<Limit['kind'], number>
  /** It went well: it was no attempt of an attacker's. */
  giveBack(): Promise<void>
}

export interface Locked {
  readonly limit: Limit
  readonly until: Date
  /** It was locked by this very attempt. */
  readonly isNew: boolean
  /** All that were locked by it. */
  readonly begun: readonly Limit[]
}

/** Thrown by {@link reserve}. */
export class Throttled extends Error {
  readonly locked: Locked

  constructor(locked: Locked) {
    super(`${locked.limit.kind} is locked`)
    this.locked = locked
  }
}

const longestLockMinutes = 24 * 60
const minuteMs = 60_000

interface Row {
  name: string
  count: number
  strikes: number
  window_ends_at: Date
  blocked_until: Date | null
}

/**
 * Count an attempt before its work is done, in every limit at once. The rows are locked while they are counted, so sixty attempts in
 * parallel, in any number of processes, are counted one after another. Counting and users are in one database: when it is away, nobody gets in.
 *
 * @throws Throttled when one of the limits is reached; then none of them is counted
 */
export async function reserve(request: Request, limits: readonly Limit[]): Promise<Reservation> {
  const { database } = request.system
  const now = request.system.now()
  const wanted = limits.map((limit) => ({ limit, name: nameOf(limit) })).sort((left, right) => (left.name < right.name ? -1 : 1))
  const found = await transact(database, async (): Promise<Locked | ReadonlyMap<Limit['kind'], number>> => {
    const rows = await locked(wanted, now)
    const states = wanted.map(({ limit, name }) => ({ limit, name, ...stateOf(rows.get(name), limit, now) }))
    const shut = states.filter((state) => state.until !== null).sort((left, right) => Number(right.until) - Number(left.until))
    for (const one of shut.filter((state) => state.isNew))
      await statement('update platform_throttle set blocked_until = ?, strikes = ?, count = 0, window_ends_at = ? where name = ?', [one.until, one.strikes, one.until, one.name])
    const [longest] = shut
    const begun = shut.filter((state) => state.isNew).map((state) => state.limit)
    if (longest?.until) return { limit: longest.limit, until: longest.until, isNew: begun.length > 0, begun }
    for (const state of states) await statement('update platform_throttle set count = ?, window_ends_at = ? where name = ?', [state.count + 1, state.windowEndsAt, state.name])
    return new Map(states.map((state) => [state.limit.kind, state.count + 1]))
  })
  if (!(found instanceof Map)) throw new Throttled(found as Locked) // the other of the two
  return {
    counts: found,
    giveBack: async () => void (await database.read.query('update platform_throttle set count = if(count > 0, count - 1, 0) where name in (?)', [wanted.map((one) => one.name)])),
  }
}

async function locked(wanted: readonly { limit: Limit; name: string }[], now: Date): Promise<Map<string, Row>> {
  // Not "insert ignore": that locks a known row for sharing first, and two that then want to change it wait for each other for ever.
  await statement('insert into platform_throttle (name, kind, user_id, network, window_ends_at) values ? on duplicate key update name = values(name)', [
    wanted.map(({ limit, name }) => [name, limit.kind, limit.userId ?? null, limit.network ?? null, now]),
  ])
  const rows = await statement<Row[]>('select name, count, strikes, window_ends_at, blocked_until from platform_throttle where name in (?) order by name for update', [
    wanted.map((one) => one.name),
  ])
  return new Map(rows.map((row) => [row.name, row]))
}

function stateOf(row: Row | undefined, limit: Limit, now: Date) {
  const fresh = { count: 0, strikes: 0, windowEndsAt: new Date(now.getTime() + limit.windowMinutes * minuteMs), until: null as Date | null, isNew: false }
  if (!row) return fresh
  if (row.blocked_until !== null && row.blocked_until > now) return { ...fresh, until: row.blocked_until }
  if (row.window_ends_at <= now) return { ...fresh, strikes: row.strikes }
  if (row.count < limit.most) return { ...fresh, count: row.count, strikes: row.strikes, windowEndsAt: row.window_ends_at }
  // A day without a lock is forgiven.
  const isAgain = row.blocked_until !== null && now.getTime() - row.blocked_until.getTime() < longestLockMinutes * minuteMs
  const strikes = limit.doubles && isAgain ? row.strikes + 1 : 0
  const minutes = Math.min(limit.lockMinutes * 2 ** Math.min(strikes, 10), longestLockMinutes)
  return { ...fresh, strikes, until: new Date(now.getTime() + minutes * minuteMs), isNew: true }
}

/** Count something that is not refused for it. @returns how often within its window, this time included */
export async function tally(request: Request, { windowMinutes, ...of }: Pick<Limit, 'kind' | 'of' | 'windowMinutes'>): Promise<number> {
  const now = request.system.now()
  const limit: Limit = { ...of, windowMinutes, most: Number.MAX_SAFE_INTEGER, lockMinutes: 0 }
  const name = nameOf(limit)
  return transact(request.system.database, async () => {
    const state = stateOf((await locked([{ limit, name }], now)).get(name), limit, now)
    await statement('update platform_throttle set count = ?, window_ends_at = ? where name = ?', [state.count + 1, state.windowEndsAt, name])
    return state.count + 1
  })
}

/** Lock something at once, whatever its count: an address that sprays passwords. */
export async function lock(request: Request, limit: Limit): Promise<Date> {
  const now = request.system.now()
  const name = nameOf(limit)
  return transact(request.system.database, async () => {
    const row = (await locked([{ limit, name }], now)).get(name)
    if (row?.blocked_until && row.blocked_until > now) return row.blocked_until
    const isAgain = row?.blocked_until && now.getTime() - row.blocked_until.getTime() < longestLockMinutes * minuteMs
    const until = new Date(now.getTime() + (isAgain ? longestLockMinutes : limit.lockMinutes) * minuteMs)
    await statement('update platform_throttle set blocked_until = ?, count = 0, window_ends_at = ? where name = ?', [until, until, name])
    return until
  })
}

/** Keep something locked from now on, however long it has been; strikes are not counted. @returns whether it begins now */
export async function hold(request: Request, limit: Limit): Promise<{ until: Date; isNew: boolean }> {
  const now = request.system.now()
  const name = nameOf(limit)
  const until = new Date(now.getTime() + limit.lockMinutes * minuteMs)
  return transact(request.system.database, async () => {
    const row = (await locked([{ limit, name }], now)).get(name)
    await statement('update platform_throttle set blocked_until = ?, window_ends_at = ? where name = ?', [until, until, name])
    return { until, isNew: !row?.blocked_until || row.blocked_until <= now }
  })
}

/** Whether it is locked now. */
export async function isHeld({ system }: Pick<Request, 'system'>, limit: Pick<Limit, 'kind' | 'of'>): Promise<boolean> {
  const [row] = await system.database.read.query('select 1 from platform_throttle where name = ? and blocked_until > ?', [nameOf(limit), system.now()])
  return row !== undefined
}

/** What somebody typed stands in no table: the name is a hash. */
const nameOf = (limit: Pick<Limit, 'kind' | 'of'>) => createHash('sha256').update(`${limit.kind} ${limit.of}`).digest('hex')
