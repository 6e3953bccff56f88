import { trade } from '@crm/app-contracts'
import { openPair, type Pair } from './pair.ts'
import { median } from './race.ts'
import { browser } from './serve.ts'

const sorts = ['signedOn', 'value', 'subject', 'nextEndOn', 'owner'] as const
const deep = 1_000
const rounds = 40

/** The thousandth page against the first: both by the cursor that a browser would hold. */
export default async function depth(): Promise<void> {
  const pair = await openPair()
  process.stdout.write('\npage 1000 ÷ page 1, 50 rows a page\n')
  for (const field of sorts) {
    let cursor: string | null = null
    for (let page = 1; page < deep; page += 1) cursor = (await ask(pair, { field, cursor })).next
    const times = { first: [] as number[], deep: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      times.first.push((await ask(pair, { field, cursor: null })).ms)
      times.deep.push((await ask(pair, { field, cursor })).ms)
    }
    const [first, thousandth] = [median(times.first), median(times.deep)]
    process.stdout.write(`  ${field.padEnd(10)} first ${first.toFixed(2)} ms, thousandth ${thousandth.toFixed(2)} ms, ratio ${(thousandth / first).toFixed(2)}\n`)
  }
}

async function ask(pair: Pair, { field, cursor }: { field: string; cursor: string | null }): Promise<{ ms: number; next: string | null }> {
  const input = { columns: trade.list.columns, sort: [{ field, dir: 'desc' }], cursor, limit: 50 }
  const start = performance.now()
  const answer = await fetch(`http://127.0.0.1:${pair.ours.port}/trpc/contracts.trade.list?input=${encodeURIComponent(JSON.stringify(input))}`, {
    headers: { ...browser, cookie: pair.cookie },
  })
  const body = (await answer.json()) as { result: { data: { rows: unknown[]; next: string | null } } } // our own wire
  const ms = performance.now() - start
  if (body.result.data.rows.length !== 50) throw new Error(`a page of ${body.result.data.rows.length} rows`)
  return { ms, next: body.result.data.next }
}
