import { type LevelName, levelNames } from '@crm/platform'
import { type Cell, type Reading, type System, momentOf, momentOrNull } from '@crm/platform/server'
import type { UnusedLine, WhyAnswer, WhyLine } from '../rights-wire.ts'

const text = (value: Cell | undefined) => (value === null || value === undefined ? null : String(value))

/** Everything that gives a right to a user or group, or takes it, and which of it decides. */
export async function whyRight({ system }: Reading, { holder, right }: { holder: string; right: string }): Promise<WhyAnswer> {
  const { read } = system.database
  const isUser = holder.startsWith('u')
  const id = Number(holder.slice(1))
  const app = right.split('.')[0] ?? ''
  const groups = isUser ? await read.query('select g.id, g.name from platform_group g join platform_group_member m on m.group_id = g.id where m.user_id = ?', [id]) : []
  const names = new Map(groups.map(([groupId, name]) => [`g${groupId}`, String(name)]))
  const holders = [holder, ...names.keys()]
  const [lines, levels, held, active, use] = await Promise.all([
    read.query(
      'select l.holder, l.effect, u.name, l.given_at, l.until_at, l.request_id from platform_right_line l left join platform_user u on u.id = l.given_by where l.right_id = ? and l.holder in (?)',
      [right, holders],
    ),
    read.query(
      'select l.holder, l.level, u.name, l.given_at, l.request_id from platform_level l left join platform_user u on u.id = l.given_by where l.app_id = ? and l.holder in (?)',
      [app, holders],
    ),
    isUser ? read.query('select origin, given_at from platform_user_right where user_id = ? and right_id = ?', [id, right]) : [],
    isUser ? read.query('select is_active from platform_user where id = ?', [id]) : [],
    isUser ? read.query('select last_on from platform_right_use where user_id = ? and right_id = ?', [id, right]) : [],
  ])
  const presets = await levelsWith(system, { app, right })
  const origin = text(held[0]?.[0])
  const found: WhyLine[] = []
  for (const [of, effect, by, at, untilAt, requestId] of lines) {
    const group = names.get(String(of)) ?? null
    const decides = origin === null ? effect === '-' : group === null ? origin === 'direct' : origin === `group:${String(of).slice(1)}`
    found.push({
      what: group === null ? 'line' : 'group-line',
      effect: effect as '+' | '-', // an enum of the table
      group,
      level: null,
      by: text(by),
      at: momentOrNull(at),
      untilAt: momentOrNull(untilAt),
      journalId: await entryOf(system, { requestId: text(requestId), holder: String(of) }),
      decides,
    })
  }
  for (const [of, level, by, at, requestId] of levels) {
    if (!presets.has(level as LevelName)) continue // as above
    const group = names.get(String(of)) ?? null
    found.push({
      what: group === null ? 'level' : 'group-level',
      effect: '+',
      group,
      level: level as LevelName, // as above
      by: text(by),
      at: momentOrNull(at),
      untilAt: null,
      journalId: await entryOf(system, { requestId: text(requestId), holder: String(of) }),
      decides: group === null ? origin === `level:${level}` : origin === `group:${String(of).slice(1)}:level:${level}`,
    })
  }
  if (isUser && Number(active[0]?.[0]) !== 1)
    found.unshift({ what: 'inactive', effect: '-', group: null, level: null, by: null, at: null, untilAt: null, journalId: null, decides: true })
  const isHeld = isUser ? origin !== null && Number(active[0]?.[0]) === 1 : found.some((line) => line.effect === '+') && !found.some((line) => line.effect === '-')
  return { isHeld, lines: found, sinceAt: momentOrNull(held[0]?.[1]) ?? (await lostAt(system, { id, right, isUser })), lastUsedOn: text(use[0]?.[0]) }
}

/** When a right that is not held was last held. */
async function lostAt(system: System, { id, right, isUser }: { id: number; right: string; isUser: boolean }): Promise<string | null> {
  if (!isUser) return null
  const [row] = await system.database.read.query('select max(until_at) from platform_right_interval where user_id = ? and right_id = ?', [id, right])
  return momentOrNull(row?.[0])
}

async function levelsWith(system: System, { app, right }: { app: string; right: string }): Promise<Set<LevelName>> {
  const declared = system.apps.find((server) => server.app.id === app)?.app.levels
  const inIt = new Set(levelNames.filter((level) => declared?.[level].includes(right)))
  for (const [level, effect] of await system.database.read.query('select level, effect from platform_preset where app_id = ? and right_id = ?', [app, right])) {
    effect === '+' ? inIt.add(level as LevelName) : inIt.delete(level as LevelName) // an enum of the table
  }
  return inIt
}

/** The entry that the request of a gift wrote about its holder. */
async function entryOf(system: System, { requestId, holder }: { requestId: string | null; holder: string }): Promise<number | null> {
  if (!requestId) return null
  const document = `platform.${holder.startsWith('g') ? 'group' : 'user'}:${holder.slice(1)}`
  const [row] = await system.database.read.query('select max(id) from platform_journal where document = ? and request_id = ?', [document, requestId])
  return row?.[0] === null || row?.[0] === undefined ? null : Number(row[0])
}

const idleDays = 180

/** Rights held for longer than half a year by active people who have not used them in that time. */
export async function unusedRights({ system, now }: Reading): Promise<UnusedLine[]> {
  const before = new Date(now.getTime() - idleDays * 86_400_000)
  const stamp = before.toISOString().slice(0, 19).replace('T', ' ')
  const rows = await system.database.read.query(
    `select r.user_id, r.right_id, min(i.from_at) as since, max(n.last_on)
     from platform_user_right r join platform_user u on u.id = r.user_id and u.is_active = 1
     join platform_right_interval i on i.user_id = r.user_id and i.right_id = r.right_id
     left join platform_right_use n on n.user_id = r.user_id and n.right_id = r.right_id
     group by r.user_id, r.right_id having since < ? and (max(n.last_on) is null or max(n.last_on) < ?) order by r.user_id, r.right_id limit 20000`,
    [stamp, stamp.slice(0, 10)],
  )
  return rows.map(([userId, right, since, lastOn]) => ({ userId: Number(userId), right: String(right), heldSinceAt: momentOf(since), lastUsedOn: text(lastOn) }))
}
