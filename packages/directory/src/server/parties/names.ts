import { dayOf } from '@crm/platform'
import { statement, type System, tableOptions, type Writing, momentOf } from '@crm/platform/server'
import { deriveWith } from '@crm/register/server'
import { type Named, party } from '../../party.ts'
import type { FormerName } from '../../party-about.ts'

/** The names that parties had; what they are called now stands in their row. */
export const nameTable = `create table if not exists directory_party_name (
  id int unsigned primary key auto_increment,
  party_id int unsigned not null,
  name varchar(200) not null,
  until_at datetime(3) not null,
  key party (party_id)
) ${tableOptions}`

/** Let a party be found by the names that it had: they are a computed field, made from this table and the name of before the change. */
export const deriveNames = (): void =>
  deriveWith(party, async (id): Promise<Named> => {
    const rows = await statement<{ name: string }[]>('select name from directory_party_name where party_id = ? order by id', [id])
    const [now] = await statement<{ name: string }[]>('select name from directory_party where id = ?', [id])
    return { names: [...rows.map(({ name }) => name), ...(now ? [now.name] : [])] }
  })

/** In the transaction of the change: the name that a party had until now. */
export const keepName = (ctx: Pick<Writing, 'now'>, { partyId, name }: { partyId: number; name: string }): Promise<unknown> =>
  statement('insert into directory_party_name (party_id, name, until_at) values (?,?,?)', [partyId, name, ctx.now])

/** The names of a party that becomes part of another are the other's. */
export const moveNames = ({ from, into }: { from: number; into: number }): Promise<unknown> =>
  statement('update directory_party_name set party_id = ? where party_id = ?', [into, from])

/** The names that a party had, newest first. */
export async function namesOf(system: System, partyId: number): Promise<FormerName[]> {
  const rows = await system.database.read.query('select name, until_at from directory_party_name where party_id = ? order by id desc limit 50', [partyId])
  return rows.map(([name, at]) => ({ name: String(name), until: dayOf(new Date(momentOf(at))) }))
}
