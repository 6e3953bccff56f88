import { parentPort, workerData } from 'node:worker_threads'
import { RegisterCopy } from './copy.ts'
import type { Found, Message, Search } from './question.ts'

/** Without an order, so many ids at most: each is fetched by itself afterwards. */
const manyHits = 4_000
/** While thousands are written, a copy is not made anew all the time. */
const restMs = 60_000

/** A copy or an order that is being made is waited for so long: the engine alone would read through the whole register meanwhile, and slow the making. */
const patienceMs = 6_000

interface Kept {
  copy: RegisterCopy | null
  making: Promise<void> | null
  madeAt: number
}

const { address } = workerData as { address: string } // given by copies.ts
const copies = new Map<string, Kept>()

parentPort?.on('message', ({ question, search, warm }: Message) => {
  if (warm) make(warm.table, warm.columns)
  if (!search) return
  const say = (found: Found | null) => parentPort?.postMessage({ question, found })
  answer(search).then(say, () => say(null))
})

async function answer({ table, words, page }: Search): Promise<Found> {
  const until = Date.now() + patienceMs
  const own = make(table, copies.get(table)?.copy?.columns ?? [])
  if (!own.copy) await before(until, own.making)
  await own.copy?.refresh()
  if (own.copy?.isUseless) {
    await before(until, own.making)
    await own.copy.refresh()
  }
  const { copy } = own
  if (!copy || copy.isUseless) return 'not-yet'
  if (!page) {
    const ids = copy.find(words)
    return ids.length > manyHits ? 'many' : { ids: ids.slice(), changed: [], isAll: true }
  }
  const order = await before(until, copy.order(page.column))
  if (!order) return 'not-yet'
  if (page.after !== null && (copy.changed.has(page.after) || !order.has(page.after))) return 'moved'
  const candidates = copy.find(words).filter((id) => !copy.changed.has(id))
  const ids = order.first(candidates, page)
  return { ids, changed: [...copy.changed], isAll: ids.length < page.count }
}

/** What comes of a work, if it comes in time. */
async function before<Done>(until: number, work: Done | Promise<Done>): Promise<Done | null> {
  if (!(work instanceof Promise)) return work
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), Math.max(0, until - Date.now()))
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** Makes a copy where there is none or a worn one; the one before answers until it is there. */
function make(table: string, columns: readonly string[]): Kept {
  const own = copies.get(table) ?? { copy: null, making: null, madeAt: 0 }
  copies.set(table, own)
  const isFresh = own.copy !== null && !own.copy.isWorn
  if (isFresh || own.making || own.madeAt > Date.now() - restMs) return own
  own.making = RegisterCopy.make({ table, address, columns })
    .then((copy) => {
      own.copy?.close()
      own.copy = copy
    })
    .catch(() => undefined) // the next question tries again, after a rest
    .finally(() => {
      own.making = null
      own.madeAt = Date.now()
    })
  return own
}
