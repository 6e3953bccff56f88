import type { ReadPool } from './read-pool.ts'

type Listener = (keys: readonly string[]) => void

/**
 * What changed, told to open pages. The journal is the feed: every change has an entry with its document, from any process.
 * Ids of entries can become visible out of order (a slow transaction commits late), so the last seconds are read again.
 */
export interface ChangeFeed {
  /** Something was written here: look soon. */
  wake(): void
  listen(listener: Listener): () => void
  stop(): void
}

const pollMs = 400
const wakeMs = 25
const overlap = 200

export function openChangeFeed(read: ReadPool): ChangeFeed {
  const listeners = new Set<Listener>()
  let seen = new Set<number>()
  let head = -1
  let timer: NodeJS.Timeout | null = null
  let isLooking = false

  const schedule = (ms: number) => {
    if (listeners.size === 0) return
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => void look(), ms)
    timer.unref()
  }

  async function look(): Promise<void> {
    if (isLooking) return
    isLooking = true
    try {
      if (head < 0) await start()
      const rows = await read.query('select id, document, action from platform_journal where id > ? and is_change = 1 and document is not null order by id limit 1000', [
        head - overlap,
      ])
      const fresh = rows.filter((row) => !seen.has(Number(row[0])))
      seen = new Set([...seen, ...fresh.map((row) => Number(row[0]))])
      head = Math.max(head, ...fresh.map((row) => Number(row[0])))
      for (const id of seen) if (id <= head - overlap) seen.delete(id)
      const keys = [...new Set(fresh.flatMap((row) => [String(row[1]), ...(changesAccess(String(row[2])) ? [accessKey] : [])]))]
      if (keys.length > 0) for (const listener of listeners) listener(keys)
    } catch {
      // The database is away; the next look finds what was missed, because the head stayed.
    } finally {
      isLooking = false
      schedule(pollMs)
    }
  }

  async function start(): Promise<void> {
    const [row] = await read.query('select coalesce(max(id), 0) from platform_journal')
    const last = Number(row?.[0] ?? 0)
    const recent = await read.query('select id from platform_journal where id > ? and id <= ?', [last - overlap, last])
    seen = new Set(recent.map((entry) => Number(entry[0])))
    head = last
  }

  return {
    wake: () => schedule(wakeMs),
    listen(listener) {
      listeners.add(listener)
      schedule(0)
      return () => void listeners.delete(listener)
    },
    stop() {
      listeners.clear()
      if (timer) clearTimeout(timer)
    },
  }
}

/** Told to everybody, without naming a document: those who may no longer see one would not hear of it otherwise. */
const accessKey = 'platform.access'
const changesAccess = (action: string) => /[.-]access$/.test(action) || action === 'platform.requests.decide'
