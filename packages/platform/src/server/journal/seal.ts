import { createHmac, hash } from 'node:crypto'
import type { ReadPool } from '../database/read-pool.ts'

/** Numbers that were absent, from and to inclusive: rolled back, or not yet committed. */
export type Gap = readonly [from: number, to: number]

/** One seal: over the entries of a range of numbers that were there, and over late ones of earlier ranges. */
export interface Seal {
  readonly no: number
  readonly fromId: number
  readonly toId: number
  readonly count: number
  readonly gaps: readonly Gap[]
  readonly late: readonly number[]
  readonly root: Buffer
  readonly tags: Buffer
  readonly previousMac: Buffer
  readonly mac: Buffer
  /** As the table shows it. */
  readonly sealedAt: string
}

/** The seal's own signature, chained to the one before: HMAC-SHA-256 with a key that the database does not hold. */
export function macOf(key: Buffer, seal: Omit<Seal, 'mac'>): Buffer {
  const said = [
    seal.no,
    seal.fromId,
    seal.toId,
    seal.count,
    seal.gaps,
    seal.late,
    seal.root.toString('hex'),
    hash('sha256', seal.tags, 'hex'),
    seal.previousMac.toString('hex'),
    seal.sealedAt,
  ]
  return createHmac('sha256', key).update(JSON.stringify(said)).digest()
}

const columns = 'no, from_id, to_id, entry_count, gaps, late, root, tags, previous_mac, mac, sealed_at'

export async function sealsAfter(read: ReadPool, { no, limit }: { no: number; limit: number }): Promise<Seal[]> {
  return (await read.query(`select ${columns} from platform_journal_seal where no > ? order by no limit ?`, [no, limit])).map(sealFrom)
}

export async function lastSeal(read: ReadPool): Promise<Seal | null> {
  const [row] = await read.query(`select ${columns} from platform_journal_seal order by no desc limit 1`)
  return row ? sealFrom(row) : null
}

/** @returns whether it is in; another sealer may have been first with this number */
export async function storeSeal(seals: Pick<ReadPool, 'query'>, seal: Seal): Promise<void> {
  await seals.query(`insert into platform_journal_seal (${columns}) values (?,?,?,?,?,?,?,?,?,?,?)`, [
    seal.no,
    seal.fromId,
    seal.toId,
    seal.count,
    JSON.stringify(seal.gaps),
    JSON.stringify(seal.late),
    seal.root,
    seal.tags,
    seal.previousMac,
    seal.mac,
    seal.sealedAt,
  ])
}

const sealFrom = (row: readonly unknown[]): Seal => ({
  no: Number(row[0]),
  fromId: Number(row[1]),
  toId: Number(row[2]),
  count: Number(row[3]),
  gaps: JSON.parse(String(row[4])) as Gap[], // what storeSeal wrote; the mac is over it
  late: JSON.parse(String(row[5])) as number[], // as above
  root: row[6] as Buffer, // binary columns
  tags: row[7] as Buffer,
  previousMac: row[8] as Buffer,
  mac: row[9] as Buffer,
  sealedAt: String(row[10]),
})
