import { rights, trade } from '@crm/app-contracts'
import type { ReadPool, System } from '@crm/platform/server'
import type { AnyRegister } from '@crm/register'
import { searchWords, sortColumn, whereFilter, whereSearch } from '@crm/register/server'
import { signIn } from './pair.ts'
import { type Question, questions } from './questions.ts'
import { openRestrictedStock } from './restricted-stock.ts'
import { browser, serve } from './serve.ts'
import { password } from './stock.ts'

const register: AnyRegister = trade
const count = 150
const usualOrder: Question['sort'] = [{ field: 'signedOn', dir: 'desc' }]
const rareWords = ['zgierz kłos 39', 'palet orzeł 1811', '2026/07', 'dźwigów sowa 222', 'u/h/2026/0999']

/**
 * 150 lists at random, one after another, by a person who may not see everything; then the same asked naively: the same condition,
 * no hint, the optimiser free. `--contracts=1000000` for the large one.
 */
export default async function lists(): Promise<void> {
  const contracts = Number(process.argv.find((one) => one.startsWith('--contracts='))?.slice(12) ?? 200_000)
  const stock = await openRestrictedStock(contracts)
  const { read } = stock.database
  const { MYSQL_URL, JOBS_URL } = stock.env
  const server = await serve('./our-server.ts', { MYSQL_URL, JOBS_URL, CRM_DATA: '/nonexistent', LOG_LEVEL: 'silent', NODE_ENV: 'production' })
  const cookie = await signIn(server.port, { login: 'user2', password })
  const ask = async (question: Question) => {
    const start = performance.now()
    const answer = await fetch(`http://127.0.0.1:${server.port}/trpc/${trade.id}.list?input=${encodeURIComponent(JSON.stringify(question))}`, { headers: { ...browser, cookie } })
    if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()} to ${JSON.stringify(question)}`)
    const body = (await answer.json()) as { result: { data: { rows: [number][] } } } // our own wire
    return { ms: performance.now() - start, ids: body.result.data.rows.map(([id]) => id) }
  }
  const asked: Question[] = []
  for await (const question of questions(read, { count, contracts, seed: 20_261_125 })) asked.push(question)
  process.stdout.write('a turn before it counts: the server makes its copies of what is asked for\n')
  for (const sort of new Set([...asked.map((question) => question.sort), usualOrder])) await ask({ columns: [], filter: { all: [] }, search: 'usługi', sort, limit: 50 })
  await new Promise((resolve) => setTimeout(resolve, contracts / 10))

  const ours: { ms: number; ids: number[]; question: Question }[] = []
  for (const question of asked) ours.push({ ...(await ask(question)), question })
  tell(
    `${count} lists at random of ${contracts.toLocaleString('en')} contracts, every twentieth restricted`,
    ours.map((one) => one.ms),
  )
  if (process.argv.includes('--slowest'))
    for (const { ms, question } of [...ours].sort((left, right) => right.ms - left.ms).slice(0, 15))
      process.stdout.write(`    ${ms.toFixed(0).padStart(6)} ms ${JSON.stringify({ ...question, columns: undefined })}\n`)

  const naive: number[] = []
  const wrong: Question[] = []
  let givenUp = 0
  for (const { ids, question } of ours) {
    const start = performance.now()
    const expected = await askNaively({ read, now: stock.now }, question).catch(() => null)
    naive.push(performance.now() - start)
    if (!expected) givenUp += 1
    else if (expected.join() !== ids.join()) wrong.push(question)
  }
  tell(`the same asked naively (${givenUp} given up after ten seconds)`, naive)
  process.stdout.write(`  ${count - givenUp - wrong.length} of ${count - givenUp} answers identical\n`)
  for (const question of wrong) process.stdout.write(`    differs: ${JSON.stringify({ ...question, columns: undefined })}\n`)

  const rare: number[] = []
  for (const search of rareWords) rare.push((await ask({ columns: trade.list.columns, filter: { all: [] }, search, sort: usualOrder, limit: 50 })).ms)
  tell('a rare piece of text over all columns', rare)
  if (wrong.length > 0) process.exitCode = 1
}

/** What the question means, said in the plainest way and without the planner; access by another road than the product's. */
async function askNaively({ read, now }: { read: ReadPool; now: System['now'] }, { filter, search, sort, limit }: Question): Promise<number[]> {
  const asking = { register, userId: 2, now: now() }
  const parts = [whereFilter(filter, asking), search ? whereSearch(searchWords(search), register) : null].filter((part) => part !== null)
  const [{ field: name, dir } = register.list.sort] = sort
  const field = register.fields[name]
  if (!field) throw new Error(`no field ${name}`)
  const rows = await read.query(
    `select t.id from ${register.table} t left join
       (select distinct l.table_id from platform_access_line l join platform_group_member m on l.holder = concat('g', m.group_id) where m.user_id = 2 and l.right_id = ?) mine
       on mine.table_id = t.access_id
     where t.shelf = 'current' and (t.access_id is null or mine.table_id is not null)${parts.map((part) => ` and ${part.text}`).join('')}
     order by t.${sortColumn(name, field)} ${dir}, t.id ${dir} limit ${limit}`,
    [rights.trade.view.id, ...parts.flatMap((part) => part.values)],
  )
  return rows.map(([id]) => Number(id))
}

function tell(title: string, times: readonly number[]): void {
  const sorted = [...times].sort((left, right) => left - right)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0).toFixed(0)
  process.stdout.write(`\n${title}\n  p50 ${at(0.5)}  p90 ${at(0.9)}  p95 ${at(0.95)}  p99 ${at(0.99)}  longest ${at(1)} ms\n`)
}
