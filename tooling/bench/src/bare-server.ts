import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import fastify from 'fastify'
import { createPool } from 'mysql2'
import mysql, { type ResultSetHeader, type RowDataPacket } from 'mysql2/promise'

// The anchor: what somebody would write by hand who needs only this, without session, rights or registers.
const pool = mysql.createPool({ uri: process.env.MYSQL_URL ?? '', connectionLimit: 20, timezone: 'Z', dateStrings: true, rowsAsArray: true })
const streams = createPool({ uri: process.env.MYSQL_URL ?? '', connectionLimit: 2, timezone: 'Z', dateStrings: true, rowsAsArray: true })
const http = fastify()

const columns = 't.id, t.version, t.number, t.subject, t.parties_ids, t.parties_label, t.direction, t.status, t.value, t.next_end_on, t.decide_by_on, t.owner_id, t.owner_label'

http.get<{ Querystring: { sort: string; dir: string; status: string; direction: string } }>('/list', async (request) => {
  const { sort, dir, status, direction } = request.query
  const [rows] = await pool.execute<RowDataPacket[][]>(
    `select ${columns} from contract_trade t force index (${sort}) where t.shelf = 'current' and t.status = ? and t.direction = ? order by t.${sort} ${dir}, t.id ${dir} limit 51`,
    [status, direction],
  )
  return { rows }
})

http.get<{ Querystring: { numbers: string } }>('/export', async (request, reply) => {
  const rows = streams
    .query(`select ${columns}, t.currency from contract_trade t where t.shelf = 'current' and t.number like ? order by t.signed_on desc, t.id desc`, [`${request.query.numbers}%`])
    .stream()
  async function* lines() {
    for await (const row of rows)
      yield `${(row as unknown[]).map((cell) => (/[;"\r\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell ?? ''))).join(';')}\r\n`
  }
  return reply.type('text/csv').send(Readable.from(lines()))
})

const outbox = 'insert into platform_outbox (id, name, payload, created_at) values (?, ?, ?, utc_timestamp(3))'
const journal =
  "insert into platform_journal (at, action, ip, actor_id, rights, document, document_code, changes, outcome, is_change, request_id) values (utc_timestamp(3), ?, '127.0.0.1', 1, ?, ?, ?, ?, 'done', 1, ?)"

http.post<{ Body: { id: number; version: number; subject: string } }>('/update', async (request) => {
  const { id, version, subject } = request.body
  const connection = await pool.getConnection()
  try {
    await connection.query('set transaction isolation level read committed')
    await connection.beginTransaction()
    const [rows] = await connection.execute<RowDataPacket[][]>('select version, subject, number from contract_trade where id = ? for update', [id])
    const [current, before, number] = (rows as unknown as [number, string, string][])[0] ?? [0, '', '']
    if (current !== version) throw new Error('stale')
    await connection.execute('update contract_trade set subject = ?, version = version + 1, updated_at = utc_timestamp(3) where id = ?', [subject, id])
    await connection.execute('replace into contract_trade_search (id, body) values (?, ?)', [id, Buffer.from(`${number} ${subject}`.toLowerCase())])
    await connection.execute(journal, [
      'contracts.trade.edit',
      'contracts.trade.edit',
      `contracts.trade:${id}`,
      number,
      JSON.stringify({ subject: [before, subject] }),
      randomUUID(),
    ])
    await connection.execute(outbox, [randomUUID(), 'bench.told', JSON.stringify({ id, number })])
    await connection.commit()
    return { id, version: version + 1 }
  } catch (error) {
    await connection.rollback()
    throw error
  } finally {
    connection.release()
  }
})

http.post<{ Body: Record<string, unknown> & { parties: number[] } }>('/create', async (request) => {
  const given = request.body
  const connection = await pool.getConnection()
  try {
    await connection.query('set transaction isolation level read committed')
    await connection.beginTransaction()
    const [series] = await connection.execute<ResultSetHeader>(
      "insert into platform_series (series, year, last_number) values ('bare', 2026, last_insert_id(1)) on duplicate key update last_number = last_insert_id(last_number + 1)",
    )
    const number = `B/${series.insertId}`
    const names = Object.keys(given).filter((name) => name !== 'parties')
    const [made] = await connection.execute<ResultSetHeader>(
      `insert into contract_trade (version, shelf, created_at, updated_at, number, parties_ids, parties_label, ${names.join(', ')}) values (1, 'current', utc_timestamp(3), utc_timestamp(3), ?, ?, 'Kontrahent', ${names.map(() => '?').join(', ')})`,
      [number, given.parties.join(','), ...names.map((name) => given[name] as string | number | null)], // a body that the benchmark made
    )
    await connection.query('insert into contract_trade_parties (record_id, target_id) values ?', [given.parties.map((party) => [made.insertId, party])])
    await connection.execute('insert into contract_trade_search (id, body) values (?, ?)', [made.insertId, Buffer.from(String(given.subject).toLowerCase())])
    await connection.execute(journal, ['contracts.trade.create', 'contracts.trade.create', `contracts.trade:${made.insertId}`, number, JSON.stringify(given), randomUUID()])
    await connection.commit()
    return { id: made.insertId, version: 1 }
  } catch (error) {
    await connection.rollback()
    throw error
  } finally {
    connection.release()
  }
})

await http.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`port ${(http.server.address() as { port: number }).port}\n`)
