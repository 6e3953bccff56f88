import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, openSystem, platformServer, sealOnce, type System, transact, verifyJournal, writeJournal } from '@crm/platform/server'
import mysql from 'mysql2/promise'
import { median } from './race.ts'
import { ensureSchema } from './schema.ts'

const [writers, rounds, lapMs] = [16, 7, 3_000]
const wanted = 1_000_000
const plainColumns = 'at, action, ip, actor_id, affected_user_id, affected_group_id, rights, document, document_code, changes, note, outcome, is_change, session, request_id'

/** Sixteen writers: entries with their hash while a sealer runs ÷ the same rows plain; then a million entries verified. */
export default async function journal(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'crm-bench-'))
  const addresses = await ensureSchema('crm_test_bench_journal')
  const connection = await mysql.createConnection({ uri: addresses.MYSQL_MIGRATOR_URL, multipleStatements: true })
  await connection.query('drop database crm_test_bench_journal; create database crm_test_bench_journal character set utf8mb4 collate utf8mb4_polish_ci')
  await migrate([{ id: 'platform', migrations: platformServer.migrations }], { migrator: addresses.MYSQL_MIGRATOR_URL, application: addresses.MYSQL_URL })
  await connection.query('use crm_test_bench_journal; create table plain_journal like platform_journal')
  await connection.query(`grant insert on crm_test_bench_journal.plain_journal to ${mysql.escape(new URL(addresses.MYSQL_URL).username)}@'%'`)
  const env = { ...addresses, CRM_DATA: folder, HOST: '127.0.0.1', PORT: 0, TRUSTED_PROXIES: '', COMPANY: 'Bench', CRM_DEMO: '0', LOG_LEVEL: 'silent' } as const
  const system = openSystem(env, { apps: [platformServer], process: 'bench' })
  try {
    const laps = { sealed: [] as number[], plain: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      const sides = [async () => laps.sealed.push(await sealedLap(system)), async () => laps.plain.push(await lap(() => plain(system)))]
      for (const side of round % 2 === 0 ? sides : sides.reverse()) await side()
    }
    const [ours, theirs] = [median(laps.sealed), median(laps.plain)]
    process.stdout.write(
      `\njournal entry in its transaction, ${writers} writers\n  with hash and seal ${ours.toFixed(0)} /s, plain ${theirs.toFixed(0)} /s: ${(ours / theirs).toFixed(2)} of the throughput\n`,
    )
    await fill(system, connection)
    const start = performance.now()
    const verdict = await verifyJournal(system)
    process.stdout.write(
      `\nverify\n  ${verdict.entryCount} entries under ${verdict.sealCount} seals in ${((performance.now() - start) / 1_000).toFixed(1)} s, breach: ${JSON.stringify(verdict.breach)}\n`,
    )
  } finally {
    await connection.end()
    await system.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const request = (system: System) => ({
  system,
  requestId: 'd1f0a7a2-2f3b-4f43-9d6e-5f2f6d8c1a11',
  ip: '10.0.0.7',
  userAgent: '',
  cookie: '',
  user: null,
  session: '0123456789abcdef',
  setCookie: () => undefined,
})
const row = {
  action: 'contracts.trade.edit',
  rights: 'contracts.trade.edit',
  outcome: 'done',
  isChange: true,
  document: 'contracts.trade:42',
  documentCode: 'U/H/2026/0042',
  changes: { subject: ['Dostawa papieru biurowego', 'Dostawa papieru i tonerów'], value: ['1200.50', '1340.00'] },
} as const

const sealed = (system: System) => transact(system.database, () => writeJournal(request(system), row))

const plain = (system: System) =>
  system.database.sequelize.transaction(async (transaction) => {
    const { connection } = transaction as unknown as { connection: { query: (sql: string, values: readonly unknown[], done: (error: Error | null) => void) => void } } // the transaction's own connection
    await new Promise<void>((resolve, reject) =>
      connection.query(
        `insert into plain_journal (${plainColumns}) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
        [
          new Date().toISOString().slice(0, 23).replace('T', ' '),
          row.action,
          '10.0.0.7',
          1,
          null,
          null,
          row.rights,
          row.document,
          row.documentCode,
          JSON.stringify(row.changes),
          null,
          row.outcome,
          1,
          '0123456789abcdef',
          'd1f0a7a2-2f3b-4f43-9d6e-5f2f6d8c1a11',
        ],
        (error: Error | null) => (error ? reject(error) : resolve()),
      ),
    )
  })

async function sealedLap(system: System): Promise<number> {
  let isOver = false
  const sealing = (async () => {
    while (!isOver) {
      await sealOnce(system)
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
  })()
  const perSecond = await lap(() => sealed(system))
  isOver = true
  await sealing
  return perSecond
}

async function lap(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  let count = 0
  const work = async () => {
    while (performance.now() - start < lapMs) {
      await act()
      count += 1
    }
  }
  await Promise.all(Array.from({ length: writers }, work))
  return count / ((performance.now() - start) / 1_000)
}

/** Up to a million entries: what was written above again and again, hashes and all, sealed as they come. */
async function fill(system: System, connection: mysql.Connection): Promise<void> {
  const columns = `${plainColumns}, personal, personal_of, hash`
  for (;;) {
    const [known] = await system.database.read.query('select count(*) from platform_journal')
    const left = wanted - Number(known?.[0])
    if (left <= 0) break
    await connection.query(`insert into platform_journal (${columns}) select ${columns} from platform_journal order by id limit ${Math.min(left, 20_000)}`)
    await sealOnce(system)
  }
  while ((await sealOnce(system)) > 0);
}
