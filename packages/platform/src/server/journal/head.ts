import { appendFile, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Seal } from './seal.ts'

/** The newest seal as it is known outside the database: who cuts off the end of the journal there does not reach it here. */
export interface Head {
  readonly no: number
  readonly toId: number
  /** Hex. */
  readonly mac: string
  readonly at: string
}

const newest = 'journal-head.json'
const daily = 'journal-heads.jsonl'

export const headOf = (seal: Seal): Head => ({ no: seal.no, toId: seal.toId, mac: seal.mac.toString('hex'), at: seal.sealedAt })

export async function writeHead(folder: string, seal: Seal): Promise<void> {
  const path = join(folder, newest)
  // A name of its own: several sealers may write at once, and a head that is one seal old is as true.
  const draft = `${path}.${seal.no}`
  await writeFile(draft, JSON.stringify(headOf(seal)))
  await rename(draft, path)
}

/** Once a day one line more, for copies that leave the machine. */
export const appendDailyHead = (folder: string, head: Head): Promise<void> => appendFile(join(folder, daily), `${JSON.stringify(head)}\n`)

/** Every head that is known outside the database, the oldest first. */
export async function knownHeads(folder: string): Promise<Head[]> {
  const lines = await Promise.all([daily, newest].map((name) => readFile(join(folder, name), 'utf8').catch(() => '')))
  return lines
    .join('\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Head) // our own file
    .sort((left, right) => left.no - right.no)
}
