import { trade, rights } from '@crm/app-contracts'
import type { System } from '@crm/platform/server'
import { type Lap, race } from './race.ts'
import { serve } from './serve.ts'
import { signIn } from './pair.ts'
import { openStock, password } from './stock.ts'

const contracts = 1_000_000
const every = 20
const groups = 40

/**
 * The same lists over 1,000,000 contracts by two people of one process: for one nothing is restricted, for the other every twentieth
 * contract has a table of its own with three of forty groups, twenty of which are theirs.
 */
export default async function access(): Promise<void> {
  const stock = await openStock(contracts)
  await restrict(stock)
  const { MYSQL_URL, JOBS_URL } = stock.env
  const server = await serve('./our-server.ts', { MYSQL_URL, JOBS_URL, CRM_DATA: '/nonexistent', LOG_LEVEL: 'silent', NODE_ENV: 'production' })
  // What is restricted is kept with a user's rights until their version moves: one comes while no table is there, the other afterwards.
  await rename(stock, { from: trade.id, to: 'bench.aside' })
  const free = await signIn(server.port, { login: 'user1', password })
  await fetch(`http://127.0.0.1:${server.port}${page(0)}`, { headers: { cookie: free } })
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
    const laps = await race([
      { name: 'restricted', pid: server.pid, port: server.port, next: turn(bound) },
      { name: 'unrestricted', pid: server.pid, port: server.port, next: turn(free) },
    ])
    tell(what, laps)
  }
}

const sorts = ['signedOn', 'value', 'subject', 'number', 'nextEndOn', 'owner', 'parties', 'costCentre'] as const
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

async function restrict(stock: System): Promise<void> {
  const { read } = stock.database
  const [known] = await read.query('select count(*) from platform_access_table')
  if (Number(known?.[0]) >= contracts / every) return
  process.stdout.write('restricting every twentieth contract, once\n')
  await read.query('update platform_user set password_hash = (select h from (select password_hash as h from platform_user where id = 1) one) where id = 2')
  await read.query('insert ignore into platform_user_right (user_id, right_id, origin, given_at) select 2, right_id, origin, given_at from platform_user_right where user_id = 1')
  await read.query('insert ignore into platform_group (id, kind, name, created_at) values ?', [
    Array.from({ length: groups }, (_, at) => [at + 1, 'user', `Grupa ${at + 1}`, stock.now()]),
  ])
  await read.query('insert ignore into platform_group_member (group_id, user_id) values ?', [Array.from({ length: groups / 2 }, (_, at) => [at * 2 + 1, 2])])
  for (let from = 0; from < contracts; from += 50_000) {
    const ids = Array.from({ length: 50_000 / every }, (_, at) => from + (at + 1) * every)
    await read.query('insert ignore into platform_access_table (id, kind, record_id, made_at) values ?', [ids.map((id) => [id / every, trade.id, id, stock.now()])])
    const lines = ids.flatMap((id) => [7, 11, 13].map((step) => [id / every, rights.trade.view.id, `g${(((id / every) * step) % groups) + 1}`, '+', stock.now()]))
    await read.query('insert ignore into platform_access_line (table_id, right_id, holder, effect, given_at) values ?', [lines])
    await read.query(`update contract_trade set access_id = id / ${every} where id > ? and id <= ? and id % ${every} = 0`, [from, from + 50_000])
  }
  await read.query('analyze table contract_trade, platform_access_line')
}
