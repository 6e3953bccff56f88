import { Worker } from 'node:worker_threads'
import type { System } from '@crm/platform/server'
import type { Found, Message, Search } from './question.ts'

/** Below so many records the engine looks through them at once. */
const worthCopying = 5_000
const sizeKeptMs = 10 * 60_000

const opened = new WeakMap<System, Copies>()

/**
 * Copies of the large registers, held by a thread of this process. The engine stays the truth: what a copy finds are candidates,
 * each asked for again with the whole condition. `null` says: ask the engine alone.
 */
export function copiesOf(system: System): Copies {
  const copies = opened.get(system) ?? new Copies(system)
  opened.set(system, copies)
  return copies
}

export class Copies {
  readonly #system: System
  readonly #sizes = new Map<string, { isWorth: boolean; until: number }>()
  readonly #waiting = new Map<number, (found: Found | null) => void>()
  #thread: Worker | null = null
  #asked = 0

  constructor(system: System) {
    this.#system = system
  }

  async find(search: Search): Promise<Found | null> {
    if (!(await this.#isWorth(search.table))) return null
    this.#asked += 1
    const question = this.#asked
    return new Promise((resolve) => {
      this.#waiting.set(question, resolve)
      this.#open().postMessage({ question, search } satisfies Message)
    })
  }

  /** Begins a copy with its orders before anybody asks. */
  async warm(warm: { table: string; columns: readonly string[] }): Promise<void> {
    if (await this.#isWorth(warm.table)) this.#open().postMessage({ warm } satisfies Message)
  }

  async #isWorth(table: string): Promise<boolean> {
    const now = Date.now()
    const known = this.#sizes.get(table)
    if (known && known.until > now) return known.isWorth
    const rows = await this.#system.database.read.query(`select 1 from ${table}_search limit 1 offset ${worthCopying}`)
    this.#sizes.set(table, { isWorth: rows.length > 0, until: now + sizeKeptMs })
    return rows.length > 0
  }

  #open(): Worker {
    if (this.#thread) return this.#thread
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { address: this.#system.env.MYSQL_URL } })
    thread.unref() // a process that has nothing else to do ends
    thread.on('message', ({ question, found }: { question: number; found: Found | null }) => {
      this.#waiting.get(question)?.(found)
      this.#waiting.delete(question)
    })
    const lost = (error?: unknown) => {
      if (this.#thread !== thread) return
      this.#thread = null
      if (error) this.#system.log.error({ err: error }, 'the copies of the registers are lost; the engine answers alone meanwhile')
      for (const resolve of this.#waiting.values()) resolve(null)
      this.#waiting.clear()
    }
    thread.on('error', lost)
    thread.on('exit', () => lost())
    this.#thread = thread
    return thread
  }
}
