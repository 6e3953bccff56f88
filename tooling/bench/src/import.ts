import { createHash, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { transact, writeSheet } from '@crm/platform/server'
import { programs } from '@crm/services/programs'
import { serve } from './serve.ts'
import { openStock } from './stock.ts'

const count = 50_000
const heads = ['Przedmiot', 'Strony', 'Podpisana', 'Obowiązuje od', 'Pierwszy okres do', 'Wartość', 'Rodzaj', 'Stan', 'Opiekun', 'Dział', 'Uwagi', 'Termin płatności']
const columns = ['subject', 'parties', 'signedOn', 'startsOn', 'endsOn', 'value', 'kind', 'status', 'owner', 'department', 'notes', 'paymentDays']
const constants = { direction: 'cost', termKind: 'fixed', currency: 'PLN', priceBasis: 'net', period: 'monthly' }

/** A workbook of 50,000 rows, one in a hundred of them wrong, over 200,000 contracts: how long its reading and dry run take in a worker, and its memory. */
export default async function importSheet(): Promise<void> {
  const stock = await openStock(200_000)
  const { read } = stock.database
  const parties = Array.from({ length: 4_000 }, (_one, at) => [at + 1, 1, 'current', stock.now(), stock.now(), `Kontrahent ${at + 1} sp. z o.o.`])
  await read.query('insert ignore into directory_party (id, version, shelf, created_at, updated_at, name) values ?', [parties])
  const data = await mkdtemp(join(tmpdir(), 'crm-bench-'))
  const bytes = await buffer(
    writeSheet('xlsx', { head: heads, rows: rows(), kinds: ['text', 'text', 'day', 'day', 'day', 'money', 'text', 'text', 'text', 'text', 'text', 'number'] }),
  )
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = join(data, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
  const { MYSQL_URL, JOBS_URL } = stock.env
  const env = { MYSQL_URL, JOBS_URL, CRM_DATA: data, CRM_SECRET: 'a secret of the benchmarks, long enough', LOG_LEVEL: 'silent', NODE_ENV: 'production' }
  const worker = await serve('./our-worker.ts', env, programs.worker.slice(0, -1))
  await read.query(
    "insert into register_import (register, upload, owner_id, name, sha256, batch, state, same, row_count, done_count, moved_at, at) values ('contracts.trade', ?, 1, 'bench.xlsx', ?, ?, 'reading', 'skip', 0, 0, ?, ?)",
    [randomUUID(), sha256, randomUUID(), new Date(), new Date()],
  )
  const [[id] = []] = await read.query('select max(id) from register_import')
  const importId = Number(id)
  const send = (name: string, payload: object) =>
    transact(stock.database, async () => {
      await read.query('insert into platform_outbox (id, name, payload, created_at) values (?,?,?,?)', [randomUUID(), name, JSON.stringify(payload), new Date()])
    })
  const before = residentMb(worker.pid)
  let peak = before
  let looks = 0
  let seen = -1
  async function until(state: string): Promise<number> {
    const start = performance.now()
    for (;;) {
      peak = Math.max(peak, residentMb(worker.pid))
      const [[at, done] = []] = await read.query('select state, done_count from register_import where id = ?', [importId])
      if (Number(done) !== seen) looks += 1
      seen = Number(done)
      if (at === state) return (performance.now() - start) / 1_000
      if (at === 'failed') throw new Error('the import failed')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  await send('register.import-read', { importId })
  const reading = await until('mapping')
  const afterReading = peak
  await read.query("update register_import set state = 'checking', mapping = ? where id = ?", [JSON.stringify({ columns, constants }), importId])
  looks = 0
  await send('register.import-check', { importId, after: 0 })
  const checking = await until('checked')
  const counts = await read.query('select state, count(*) from register_import_row where import_id = ? group by state', [importId])
  process.stdout.write(
    `\nimport of ${count} rows, ${heads.length} columns, ${(bytes.length / 1_048_576).toFixed(1)} MB, over 200,000 contracts\n` +
      `  read ${reading.toFixed(1)} s, dry run ${checking.toFixed(1)} s in ${looks} steps: ${counts.map(([state, many]) => `${state} ${many}`).join(', ')}\n` +
      `  worker's memory ${before.toFixed(0)} → ${afterReading.toFixed(0)} MB reading, ${peak.toFixed(0)} MB at most\n`,
  )
  await read.query('delete from register_import_row where import_id = ?', [importId])
  await read.query('delete from register_import where id = ?', [importId])
  worker.stop()
  await rm(data, { recursive: true })
}

async function* rows() {
  for (let at = 0; at < count; at += 1) {
    const isWrong = at % 100 === 7
    const day = `20${10 + (at % 14)}-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`
    const party = `Kontrahent ${(at % 4_000) + 1} sp. z o.o.`
    yield [
      `Umowa na usługi nr ${at * 7_919}`,
      isWrong && at % 200 === 7 ? 'Nie ma takiego' : party,
      isWrong && at % 200 !== 7 ? '31.02.2020' : day,
      day,
      `20${30 + (at % 5)}-12-31`,
      `${at % 90_000}.50`,
      'Usługi',
      'Obowiązuje',
      `Osoba ${String.fromCharCode(65 + ((at % 40) % 26))}${(at % 40) + 1}`,
      `Dział ${(at % 12) + 1}`,
      'Uwagi do umowy, które są dość długie, jak to uwagi bywają w takich arkuszach.',
      '14',
    ]
  }
}

const residentMb = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024
