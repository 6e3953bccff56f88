import type { System } from '../context.ts'
import type { ReadPool } from '../database/read-pool.ts'
import { knownHeads } from './head.ts'
import { leafOf, rootOf, tagBytes } from './merkle.ts'
import { hashOfRow, type JournalValue, journalColumns } from './row.ts'
import { macOf, type Seal, sealsAfter } from './seal.ts'
import { journalKey } from './secret.ts'

/** The first thing that is wrong; `entry` is the number of the entry where one can be named. */
export type Breach =
  | { readonly kind: 'changed' | 'removed' | 'added'; readonly entry: number }
  | { readonly kind: 'seal'; readonly seal: number }
  | { readonly kind: 'cut-off'; readonly entry: number; readonly knownAt: string }

export interface Verdict {
  readonly breach: Breach | null
  readonly entryCount: number
  readonly sealCount: number
  /** Written since the last seal: they bear their own hash only. */
  readonly unsealedCount: number
}

const pageLength = 10_000
const sealPage = 50

interface Row {
  readonly id: number
  readonly isWhole: boolean
  readonly leaf: Buffer
}

/** Walk the whole journal beside its seals and the heads known outside; stops at the first breach. */
export async function verifyJournal(system: System): Promise<Verdict> {
  const { read } = system.database
  const key = await journalKey(system.env, 'journal seal')
  const rows = openRows(read)
  const lateIds = await lateOf(read)
  const heads = await knownHeads(system.env.CRM_DATA)
  const macs = new Map<number, string>()
  let [last, entryCount]: [Seal | null, number] = [null, 0]
  const end = (breach: Breach | null, unsealedCount = 0): Verdict => ({ breach, entryCount, sealCount: last?.no ?? 0, unsealedCount })

  for (;;) {
    const seals = await sealsAfter(read, { no: last?.no ?? 0, limit: sealPage })
    if (seals.length === 0) break
    for (const seal of seals) {
      if (!isNext(seal, last) || !macOf(key, seal).equals(seal.mac)) return end({ kind: 'seal', seal: (last?.no ?? 0) + 1 })
      const late = seal.late.length === 0 ? [] : await lateRows(read, seal.late)
      const breach = compare(seal, { own: await rows.upTo(seal.toId), late, lateIds })
      if (breach) return end(breach)
      entryCount += seal.count
      if (heads.some((head) => head.no === seal.no)) macs.set(seal.no, seal.mac.toString('hex'))
      last = seal
    }
  }
  const gone = heads.find((head) => macs.get(head.no) !== head.mac)
  if (gone) return end({ kind: 'cut-off', entry: (last?.toId ?? 0) + 1, knownAt: gone.at })
  let unsealedCount = 0
  for (let page = await rows.next(); page.length > 0; page = await rows.next()) {
    const changed = page.find((row) => !row.isWhole)
    if (changed) return end({ kind: 'changed', entry: changed.id })
    unsealedCount += page.length
  }
  return end(null, unsealedCount)
}

const isNext = (seal: Seal, last: Seal | null) => seal.no === (last?.no ?? 0) + 1 && seal.previousMac.equals(last?.mac ?? Buffer.alloc(32)) && seal.fromId === (last?.toId ?? 0) + 1

/** Entries against the marks that the seal kept of each: the first that is gone, that came in, or that says something else. */
function compare(seal: Seal, { own, late, lateIds }: { own: readonly Row[]; late: readonly Row[]; lateIds: ReadonlySet<number> }): Breach | null {
  const found = new Map([...late, ...own].map((row) => [row.id, row]))
  const leaves: Buffer[] = []
  for (const id of [...seal.late, ...sealedIds(seal)]) {
    const row = found.get(id)
    if (!row) return { kind: 'removed', entry: id }
    const tag = seal.tags.subarray(leaves.length * tagBytes, (leaves.length + 1) * tagBytes)
    if (!row.isWhole || !row.leaf.subarray(0, tagBytes).equals(tag)) return { kind: 'changed', entry: id }
    leaves.push(row.leaf)
    found.delete(id)
  }
  const added = own.find((row) => found.has(row.id) && !lateIds.has(row.id))
  if (added) return { kind: 'added', entry: added.id }
  return rootOf(leaves).equals(seal.root) ? null : { kind: 'seal', seal: seal.no }
}

function* sealedIds({ fromId, toId, gaps }: Seal): Generator<number> {
  let id = fromId
  for (const [from, to] of gaps) {
    for (; id < from; id += 1) yield id
    id = to + 1
  }
  for (; id <= toId; id += 1) yield id
}

async function lateOf(read: ReadPool): Promise<ReadonlySet<number>> {
  const rows = await read.query("select late from platform_journal_seal where late <> '[]'")
  return new Set(rows.flatMap(([late]) => JSON.parse(String(late)) as number[])) // what the sealer wrote; a forged list fails its mac
}

const columns = `id, hash, ${journalColumns.join(', ')}`

const lateRows = async (read: ReadPool, ids: readonly number[]) => (await read.query(`select ${columns} from platform_journal where id in (?)`, [ids])).map(rowFrom)

function rowFrom([id, hash, ...values]: readonly unknown[]): Row {
  const made = hashOfRow(values as JournalValue[]) // the table's own columns
  return { id: Number(id), isWhole: hash === null || made.equals(hash as Buffer), leaf: leafOf(Number(id), made) }
}

/** The entries in order, a page ahead of whoever reads. */
function openRows(read: ReadPool) {
  let page: Row[] = []
  let lastId = 0
  let isAtEnd = false
  async function fill(): Promise<void> {
    const rows = await read.query(`select ${columns} from platform_journal where id > ? order by id limit ${pageLength}`, [lastId])
    isAtEnd = rows.length < pageLength
    page = rows.map(rowFrom)
    lastId = page.at(-1)?.id ?? lastId
  }
  return {
    async upTo(id: number): Promise<Row[]> {
      const taken: Row[] = []
      for (;;) {
        const cut = page.findIndex((row) => row.id > id)
        taken.push(...(cut === -1 ? page : page.slice(0, cut)))
        page = cut === -1 ? [] : page.slice(cut)
        if (cut !== -1 || isAtEnd) return taken
        await fill()
        if (page.length === 0) return taken
      }
    },
    async next(): Promise<Row[]> {
      if (page.length === 0 && !isAtEnd) await fill()
      const rest = page
      page = []
      return rest
    },
  }
}
