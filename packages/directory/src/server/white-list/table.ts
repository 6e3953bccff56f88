import type { Day } from '@crm/platform'
import { ascii, statement, type System, tableOptions, momentOf } from '@crm/platform/server'
import type { PartyCheck, WhiteListAnswer } from '../../white-list.ts'

/** What the journal calls the nightly check. */
export const nightDocument = 'directory.white-list:1'

/** Every answer about a party is kept: it is the proof that somebody asked. And how often was asked on a day. */
export const whiteListTables = [
  `create table if not exists directory_white_list_check (
    id int unsigned primary key auto_increment,
    party_id int unsigned not null,
    nip char(10) ${ascii} not null,
    day date not null,
    request_id varchar(60) ${ascii} not null,
    asked_at datetime(3) not null,
    asked_by int unsigned null,
    taxpayer json null,
    key party (party_id, id),
    constraint white_list_asked_by foreign key (asked_by) references platform_user (id)
  ) ${tableOptions}`,
  `create table if not exists directory_white_list_day (day date primary key, count int unsigned not null) ${tableOptions}`,
]

/** In the running transaction. */
export const keepCheck = (answer: WhiteListAnswer, { partyId, by }: { partyId: number; by: number | null }): Promise<unknown> =>
  statement('insert into directory_white_list_check (party_id, nip, day, request_id, asked_at, asked_by, taxpayer) values (?,?,?,?,?,?,?)', [
    partyId,
    answer.nip,
    answer.day,
    answer.requestId.slice(0, 60),
    new Date(answer.askedAt),
    by,
    answer.taxpayer && JSON.stringify(answer.taxpayer),
  ])

/** The last answer about each of these parties. */
export async function lastChecks(system: System, partyIds: readonly number[]): Promise<Map<number, PartyCheck>> {
  if (partyIds.length === 0) return new Map()
  const rows = await system.database.read.query(
    `select c.party_id, c.nip, c.day, c.request_id, c.asked_at, c.taxpayer, u.name from directory_white_list_check c
       join (select max(id) as id from directory_white_list_check where party_id in (?) and request_id <> '' group by party_id) last on last.id = c.id left join platform_user u on u.id = c.asked_by`,
    [partyIds],
  )
  return new Map(
    rows.map(([partyId, nip, day, requestId, askedAt, taxpayer, by]): [number, PartyCheck] => [
      Number(partyId),
      {
        nip: String(nip),
        day: String(day),
        requestId: String(requestId),
        askedAt: momentOf(askedAt),
        taxpayer: typeof taxpayer === 'string' ? (JSON.parse(taxpayer) as PartyCheck['taxpayer']) : (taxpayer as PartyCheck['taxpayer']), // what keepCheck wrote
        by: by === null ? null : String(by),
      },
    ]),
  )
}

/** Take one of the day's questions, in the running transaction. @returns whether there was one left */
export async function takeQuestion(day: Day, limit: number): Promise<boolean> {
  await statement('insert ignore into directory_white_list_day (day, count) values (?, 0)', [day])
  const { affectedRows } = await statement('update directory_white_list_day set count = count + 1 where day = ? and count < ?', [day, limit])
  return affectedRows > 0
}

/** The register itself says that there are none left: nobody asks again that day. */
export const closeDay = (day: Day, limit: number): Promise<unknown> =>
  statement('insert into directory_white_list_day (day, count) values (?, ?) on duplicate key update count = greatest(count, values(count))', [day, limit])

/** The answers of a party that becomes part of another are the other's. */
export const moveChecks = ({ from, into }: { from: number; into: number }): Promise<unknown> =>
  statement('update directory_white_list_check set party_id = ? where party_id = ?', [into, from])
