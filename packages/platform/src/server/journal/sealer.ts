import type { System } from '../context.ts'
import { isDuplicate } from '../database/database.ts'
import { writeHead } from './head.ts'
import { leafOf, rootOf, tagsOf } from './merkle.ts'
import { hashOfRow, type JournalValue, journalColumns } from './row.ts'
import { type Gap, lastSeal, macOf, type Seal, sealsAfter, storeSeal } from './seal.ts'
import { journalKey } from './secret.ts'

const everyMs = 1_000
const batch = 20_000
/** A transaction that is still open after so many seals is dead. */
const lateSeals = 600

interface Entry {
  readonly id: number
  readonly hash: Buffer
}

/**
 * Seals what was written since the last seal; late entries, whose transaction committed after a later number was sealed, go into the
 * next one. Writers never wait for it. Of several sealers one is first with a number, the others try the next.
 *
 * @returns how many entries it sealed
 */
export async function sealOnce(system: System): Promise<number> {
  const { read } = system.database
  const last = await lastSeal(read)
  const fresh = await entries(system, 'id > ? order by id limit ?', [last?.toId ?? 0, batch])
  const open = last ? openGaps(await sealsAfter(read, { no: last.no - lateSeals, limit: lateSeals })) : []
  const late = open.length === 0 ? [] : await entries(system, `${open.map(() => 'id between ? and ?').join(' or ')} order by id`, open.flat())
  if (fresh.length === 0 && late.length === 0) return 0
  const fromId = (last?.toId ?? 0) + 1
  const toId = fresh.at(-1)?.id ?? last?.toId ?? 0
  const leaves = [...late, ...fresh].map((entry) => leafOf(entry.id, entry.hash))
  const draft: Omit<Seal, 'mac'> = {
    no: (last?.no ?? 0) + 1,
    fromId,
    toId,
    count: leaves.length,
    gaps: gapsBetween(fromId, fresh),
    late: late.map((entry) => entry.id),
    root: rootOf(leaves),
    tags: tagsOf(leaves),
    previousMac: last?.mac ?? Buffer.alloc(32),
    sealedAt: system.now().toISOString().slice(0, 23).replace('T', ' '),
  }
  const seal = { ...draft, mac: macOf(await journalKey(system.env, 'journal seal'), draft) }
  try {
    await storeSeal(system.seals, seal)
  } catch (error) {
    if (isDuplicate(error)) return 0
    throw error
  }
  await writeHead(system.env.CRM_DATA, seal)
  return leaves.length
}

/** Seal each second for as long as the worker lives. */
export function openSealer(system: System): { stop(): Promise<void> } {
  let isStopping = false
  let timer: NodeJS.Timeout | null = null
  let turn: Promise<unknown> = Promise.resolve()
  const next = () => {
    turn = sealOnce(system)
      .catch((error: unknown) => {
        system.log.warn({ err: { message: error instanceof Error ? error.message : String(error) } }, 'the journal waits for its seal')
        return 0
      })
      .then((count) => {
        if (!isStopping) timer = setTimeout(next, count >= batch ? 0 : everyMs)
      })
  }
  next()
  return {
    async stop() {
      isStopping = true
      if (timer) clearTimeout(timer)
      await turn
    },
  }
}

/** The few columns a seal needs; the contents only of entries older than hashing. */
async function entries(system: System, where: string, values: readonly unknown[]): Promise<Entry[]> {
  const rows = await system.database.read.query(`select id, hash from platform_journal where ${where}`, values)
  const bare = rows.filter(([, hash]) => hash === null).map(([id]) => Number(id))
  const hashes = new Map<number, Buffer>()
  if (bare.length > 0)
    for (const [id, ...row] of await system.database.read.query(`select id, ${journalColumns.join(', ')} from platform_journal where id in (?)`, [bare]))
      hashes.set(Number(id), hashOfRow(row as JournalValue[])) // the table's own columns
  return rows.map(([id, hash]) => ({ id: Number(id), hash: (hash as Buffer | null) ?? hashes.get(Number(id)) ?? Buffer.alloc(32) })) // binary(32)
}

function gapsBetween(fromId: number, fresh: readonly Entry[]): Gap[] {
  const gaps: Gap[] = []
  let expected = fromId
  for (const { id } of fresh) {
    if (id > expected) gaps.push([expected, id - 1])
    expected = id + 1
  }
  return gaps
}

/** Gaps of the latest seals without what later ones have already taken in; at most a thousand, the newest. */
function openGaps(seals: readonly Seal[]): Gap[] {
  const taken = new Set(seals.flatMap((seal) => seal.late))
  return seals
    .flatMap((seal) => seal.gaps)
    .flatMap(([from, to]) => without(from, to, taken))
    .slice(-1_000)
}

function without(from: number, to: number, taken: ReadonlySet<number>): Gap[] {
  const inside = [...taken].filter((id) => id >= from && id <= to).sort((left, right) => left - right)
  const left: Gap[] = []
  let at = from
  for (const id of inside) {
    if (id > at) left.push([at, id - 1])
    at = id + 1
  }
  if (at <= to) left.push([at, to])
  return left
}
