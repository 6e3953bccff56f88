import { dayOf } from '@crm/platform'
import { asSampleUser, type System } from '@crm/platform/server'
import { insertRecord } from '@crm/register/server'
import { rights } from '../rights.ts'
import { trade } from '../trade.ts'
import { type Cast, sampleContracts } from './sample-contracts.ts'

const count = 300

/** Three hundred made-up contracts. */
export default async function demo(system: System): Promise<void> {
  const cast = await readCast(system)
  await asSampleUser(system, { login: 'anna', right: rights.trade.create }, async (ctx) => {
    for (const values of sampleContracts(cast, { count })) {
      const record = await insertRecord(ctx, trade, values)
      await ctx.journal({ document: `${trade.id}:${record.id}`, documentCode: String(record.values.number), note: 'sample data' })
    }
  })
}

/** Everybody and everything that is there to be named. */
export async function readCast(system: System): Promise<Cast> {
  const ids = async (sql: string) => (await system.database.read.query(sql)).map((row) => Number(row[0]))
  const [parties, owners, departments] = await Promise.all([
    ids("select id from directory_party where shelf = 'current' order by id"),
    ids('select id from platform_user where is_active = 1 order by id'),
    ids('select id from directory_department order by id'),
  ])
  return { parties, owners, departments, today: dayOf(system.now()) }
}
