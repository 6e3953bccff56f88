import { type Cast, sampleContracts } from '@crm/app-contracts/server'
import { servers } from '@crm/catalog/server'
import { trade } from '@crm/app-contracts'
import { hashPassword, migrate, openSystem, type System } from '@crm/platform/server'
import { rightsOf } from '@crm/platform'
import { rowsOf } from '@crm/register/server'
import { QueryTypes } from 'sequelize'
import { ensureSchema } from './schema.ts'

export const password = 'a long password for benchmarks'

/** A system over many contracts, kept between runs: made once, then found again. */
export async function openStock(count: number, { name = '' }: { name?: string } = {}): Promise<System & { close(): Promise<void> }> {
  const addresses = await ensureSchema(`crm_test_bench_${count}${name}`)
  await migrate(
    servers.map(({ app, migrations }) => ({ id: app.id, migrations })),
    { migrator: addresses.MYSQL_MIGRATOR_URL, application: addresses.MYSQL_URL },
  )
  const system = openSystem(
    { ...addresses, CRM_DATA: '/nonexistent', HOST: '127.0.0.1', PORT: 0, TRUSTED_PROXIES: '', COMPANY: 'Bench', CRM_DEMO: '0', LOG_LEVEL: 'silent' },
    { apps: servers, process: 'bench', now: () => new Date('2026-11-24T09:00:00Z') },
  )
  const [row] = await system.database.read.query('select count(*) from contract_trade')
  if (Number(row?.[0]) < count) await fill(system, count)
  return system
}

async function fill(system: System, count: number): Promise<void> {
  process.stdout.write(`filling ${count} contracts, once\n`)
  const { sequelize } = system.database
  const now = system.now()
  const people = Array.from({ length: 40 }, (_, index) => [index + 1, `user${index + 1}`, `Osoba ${String.fromCharCode(65 + (index % 26))}${index + 1}`, now])
  await sequelize.query('insert ignore into platform_user (id, login, name, created_at) values ?', { type: QueryTypes.INSERT, replacements: [people] })
  await sequelize.query('update platform_user set password_hash = ? where id = 1', { replacements: [await hashPassword(password)] })
  const held = servers.flatMap(({ app }) => rightsOf(app.rights)).map((right) => [1, right.id, 'bench', now])
  await sequelize.query('insert ignore into platform_user_right (user_id, right_id, origin, given_at) values ?', { type: QueryTypes.INSERT, replacements: [held] })
  await sequelize.query('insert ignore into directory_department (id, name) values ?', {
    type: QueryTypes.INSERT,
    replacements: [Array.from({ length: 12 }, (_, index) => [index + 1, `Dział ${index + 1}`])],
  })
  const cast: Cast = {
    parties: Array.from({ length: 4_000 }, (_, index) => index + 1),
    owners: people.map((person) => Number(person[0])),
    departments: Array.from({ length: 12 }, (_, index) => index + 1),
    today: '2026-11-24',
  }
  const labels: Record<string, (id: number) => string> = {
    parties: (id) => `Kontrahent ${names[id % names.length]} ${id} sp. z o.o.`,
    owner: (id) => String(people[id - 1]?.[2]),
    department: (id) => `Dział ${id}`,
  }
  let batch: ReturnType<typeof rowsOf>[] = []
  let number = 0
  for (const values of sampleContracts(cast, { count })) {
    number += 1
    const labelled = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, labels[name] && value !== null ? refer(value, labels[name]) : value]))
    batch.push(rowsOf(trade, { values: { ...labelled, number: `U/H/2026/${String(number).padStart(6, '0')}` }, id: number, now, today: '2026-11-24' }))
    if (batch.length === 1_000) {
      await store(system, batch)
      batch = []
    }
  }
  await store(system, batch)
  await sequelize.query('analyze table contract_trade')
}

const names = ['Łąka', 'Żubr', 'Granit', 'Świt', 'Orzeł', 'Jodła', 'Sowa', 'Kłos']
const refer = (value: unknown, label: (id: number) => string) =>
  Array.isArray(value) ? value.map((id: number) => ({ id, label: label(id) })) : { id: Number(value), label: label(Number(value)) }

async function store(system: System, rows: readonly ReturnType<typeof rowsOf>[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const { sequelize } = system.database
  const columns = Object.keys(first.row)
  await sequelize.transaction(async (transaction) => {
    await sequelize.query(`insert into ${trade.table} (${columns.join(', ')}) values ?`, {
      transaction,
      replacements: [rows.map(({ row }) => columns.map((column) => row[column] ?? null))],
    })
    await sequelize.query(`insert into ${trade.table}_search (id, body) values ?`, { transaction, replacements: [rows.map(({ row, search }) => [row.id, search])] })
    const links = rows.flatMap((one) => one.links.map(([target]) => [one.row.id, target]))
    await sequelize.query(`insert into ${trade.table}_parties (record_id, target_id) values ?`, { transaction, replacements: [links] })
  })
}
