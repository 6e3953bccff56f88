import { rights, trade } from '@crm/app-contracts'
import type { System } from '@crm/platform/server'
import { openStock } from './stock.ts'

const every = 20
const groups = 40

/**
 * Many contracts of which every twentieth has a table of its own with three of forty groups; twenty of the groups are user 2's.
 * Users 1 and 2 hold every right.
 */
export async function openRestrictedStock(contracts: number): ReturnType<typeof openStock> {
  const stock = await openStock(contracts, { name: '_restricted' })
  await restrict(stock, contracts)
  return stock
}

async function restrict(stock: System, contracts: number): Promise<void> {
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
