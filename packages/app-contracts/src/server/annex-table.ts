import { dayOf } from '@crm/platform'
import { statement, type System, tableOptions } from '@crm/platform/server'
import { type Annex, type AnnexTerms, nextTurn } from '../annex.ts'

/** Annexes of every variant; they are reached through their contract only and share its access. */
export const annexTable = `create table if not exists contract_annex (
  id int unsigned primary key auto_increment,
  kind varchar(60) character set ascii collate ascii_bin not null,
  contract_id int unsigned not null,
  version int unsigned not null,
  number varchar(40) collate utf8mb4_bin not null,
  signed_on date not null,
  starts_on date not null,
  ends_on date null,
  changes json not null,
  next_turn_on date null,
  created_at datetime(3) not null,
  unique key once (kind, contract_id, number), key next_turn_on (next_turn_on)
) ${tableOptions}`

const columns = 'id, version, number, signed_on, starts_on, ends_on, changes'

const dayOrNull = (value: unknown) => (value === null || value === undefined ? null : value instanceof Date ? value.toISOString().slice(0, 10) : String(value))

const annexOf = ([id, version, number, signedOn, startsOn, endsOn, changes]: readonly unknown[]): Annex => ({
  id: Number(id),
  version: Number(version),
  number: String(number),
  signedOn: String(dayOrNull(signedOn)),
  startsOn: String(dayOrNull(startsOn)),
  endsOn: dayOrNull(endsOn),
  changes: (typeof changes === 'string' ? JSON.parse(changes) : changes) as Annex['changes'], // written below
})

interface Of {
  readonly kind: string
  readonly contractId: number
}

/** The annexes of a contract by their beginning. */
export async function readAnnexes(system: System, { kind, contractId }: Of): Promise<Annex[]> {
  const rows = await system.database.read.query(`select ${columns} from contract_annex where kind = ? and contract_id = ? order by starts_on, signed_on, number`, [
    kind,
    contractId,
  ])
  return rows.map(annexOf)
}

/** The same inside the running transaction. */
export async function annexesNow({ kind, contractId }: Of): Promise<Annex[]> {
  const rows = await statement<Record<string, unknown>[]>(`select ${columns} from contract_annex where kind = ? and contract_id = ? order by starts_on, signed_on, number`, [
    kind,
    contractId,
  ])
  return rows.map((row) => annexOf(Object.values(row)))
}

const stored = (annex: AnnexTerms, now: Date) => ({
  number: annex.number,
  signed_on: annex.signedOn,
  starts_on: annex.startsOn,
  ends_on: annex.endsOn,
  changes: JSON.stringify(annex.changes),
  next_turn_on: nextTurn(annex, dayOf(now)),
})

export const insertAnnex = async ({ kind, contractId }: Of, annex: AnnexTerms, now: Date): Promise<number> =>
  (await statement('insert into contract_annex set ?', [{ kind, contract_id: contractId, version: 1, created_at: now, ...stored(annex, now) }])).insertId

export const replaceAnnex = (id: number, annex: AnnexTerms, now: Date) => statement('update contract_annex set ?, version = version + 1 where id = ?', [stored(annex, now), id])

export const deleteAnnex = (id: number) => statement('delete from contract_annex where id = ?', [id])
