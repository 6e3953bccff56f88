import { createHash } from 'node:crypto'
import { servers } from '@crm/catalog/server'
import { openSystem, readEnv } from '@crm/platform/server'

/** Tables that change by themselves: whose rows say nothing about the company's business. */
const passing = /^platform_(session|migration|outbox|job_done|idempotency|journal|journal_seal|throttle|security_event|captcha_used|reset_link)$/

/** One hash per business table over all its rows in the order of their keys: two runs differ exactly where the content does. */
export async function digest(): Promise<void> {
  const system = openSystem(readEnv(process.env), { apps: servers, process: 'crm' })
  try {
    const { read } = system.database
    const tables = (await read.query('select table_name from information_schema.tables where table_schema = database() order by table_name'))
      .map(([name]) => String(name))
      .filter((name) => !passing.test(name))
    const hashes: Record<string, string> = {}
    for (const table of tables) {
      const keys = await read.query(
        "select column_name from information_schema.key_column_usage where table_schema = database() and table_name = ? and constraint_name = 'PRIMARY' order by ordinal_position",
        [table],
      )
      const rows = await read.query(`select * from ${table} order by ${keys.map(([name]) => String(name)).join(', ')}`)
      hashes[table] = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
    }
    process.stdout.write(`${JSON.stringify(hashes, null, 2)}\n`)
  } finally {
    await system.close()
  }
}
