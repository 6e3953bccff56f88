import { trade } from '@crm/app-contracts'
import type { System } from '@crm/platform/server'
import { type Lap, race } from './race.ts'
import { browser, serve } from './serve.ts'
import { signIn } from './pair.ts'
import { openRestrictedStock } from './restricted-stock.ts'
import { password } from './stock.ts'

const contracts = 1_000_000

/**
 * The same lists over 1,000,000 contracts by two people of one process: for one nothing is restricted, for the other every twentieth
 * contract has a table of its own.
 */
export default async function access(): Promise<void> {
  const stock = await openRestrictedStock(contracts)
  const { MYSQL_URL, JOBS_URL } = stock.env
  const server = await serve('./our-server.ts', { MYSQL_URL, JOBS_URL, CRM_DATA: '/nonexistent', LOG_LEVEL: 'silent', NODE_ENV: 'production' })
  // What is restricted is kept with a user's rights until their version moves: one comes while no table is there, the other afterwards.
  await rename(stock, { from: trade.id, to: 'bench.aside' })
  const free = await signIn(server.port, { login: 'user1', password })
  await fetch(`http://127.0.0.1:${server.port}${page(0)}`, { headers: { ...browser, cookie: free } })
  await rename(stock, { from: 'bench.aside', to: trade.id })
  const bound = await signIn(server.port, { login: 'user2', password })
  for (const [what, path] of [
    ['a page of 50, any sort, one filter', page],
    ['the count of what is active', () => count],
  ] as const) {
    const turn = (cookie: string) => {
      let at = 0
      return () => {
        at += 1
        return { path: path(at), headers: { cookie } }
      }
    }
    const laps = await race(
      [
        { name: 'restricted', pid: server.pid, port: server.port, next: turn(bound) },
        { name: 'unrestricted', pid: server.pid, port: server.port, next: turn(free) },
      ],
      { writers: 4 },
    )
    tell(what, laps)
  }
}

// Not the number: in the sample it follows the status, so that the walk passes half a million rows on either side.
const sorts = ['signedOn', 'value', 'subject', 'nextEndOn', 'owner', 'parties', 'costCentre'] as const
const ask = (name: string, input: object) => `/trpc/${trade.id}.${name}?input=${encodeURIComponent(JSON.stringify(input))}`
const active = { all: [{ field: 'status', op: 'oneOf', value: ['active'] }] }
const page = (at: number) => ask('list', { columns: trade.list.columns, filter: active, sort: [{ field: sorts[at % sorts.length], dir: at % 2 ? 'asc' : 'desc' }], limit: 50 })
const count = ask('count', { filter: active })

function tell(what: string, laps: Map<string, Lap>): void {
  const [bound, free] = [laps.get('restricted'), laps.get('unrestricted')]
  if (!bound || !free) throw new Error('both ran')
  process.stdout.write(`\n${what} of 1,000,000, 50,000 restricted, 20 groups\n`)
  for (const [name, lap] of laps) process.stdout.write(`  ${name.padEnd(14)} ${lap.perSecond.toFixed(0).padStart(6)} /s  ${lap.cpuMs.toFixed(2)} ms CPU each\n`)
  process.stdout.write(`  time ${(free.perSecond / bound.perSecond).toFixed(2)} × of the unrestricted (goal ≤ 1.5)\n`)
}

const rename = (stock: System, { from, to }: { from: string; to: string }) => stock.database.read.query('update platform_access_table set kind = ? where kind = ?', [to, from])
