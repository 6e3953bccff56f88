import { parentPort, workerData } from 'node:worker_threads'
import { RegisterCopy } from './copy.ts'
import type { Found, Message, Search } from './question.ts'

/** Without an order, so many ids at most: each is fetched by itself afterwards. */
const manyHits = 4_000
/** While thousands are written, a copy is not made anew all the time. */
const restMs = 60_000

const { address } = workerData as { address: string } // given by copies.ts
const copies = new Map<string, { copy: RegisterCopy | null; isBeingMade: boolean; madeAt: number }>()

parentPort?.on('message', ({ question, search, warm }: Message) => {
  if (warm) make(warm.table, warm.columns)
  if (!search) return
  const say = (found: Found | null) => parentPort?.postMessage({ question, found })
  answer(search).then(say, () => say(null))
})

async function answer({ table, words, page }: Search): Promise<Found> {
  const copy = copies.get(table)?.copy
  if (!copy) {
    make(table, [])
    return 'not-yet'
  }
  await copy.refresh()
  if (copy.isWorn) make(table, copy.columns)
  if (copy.isUseless) return 'not-yet'
  if (!page) {
    const ids = copy.find(words)
    return ids.length > manyHits ? 'many' : { ids: ids.slice(), changed: [], isAll: true }
  }
  const order = copy.order(page.column)
  if (!order) return 'not-yet'
  if (page.after !== null && (copy.changed.has(page.after) || !order.has(page.after))) return 'moved'
  const candidates = copy.find(words).filter((id) => !copy.changed.has(id))
  const ids = order.first(candidates, page)
  return { ids, changed: [...copy.changed], isAll: ids.length < page.count }
}

/** Makes a copy; the one before answers until it is there. */
function make(table: string, columns: readonly string[]): void {
  const own = copies.get(table) ?? { copy: null, isBeingMade: false, madeAt: 0 }
  copies.set(table, own)
  if (own.isBeingMade || own.madeAt > Date.now() - restMs) return
  own.isBeingMade = true
  RegisterCopy.make({ table, address, columns })
    .then((copy) => {
      own.copy?.close()
      own.copy = copy
    })
    .catch(() => undefined) // the next question tries again, after a rest
    .finally(() => {
      own.isBeingMade = false
      own.madeAt = Date.now()
    })
}
