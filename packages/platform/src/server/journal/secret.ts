import { hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Env } from '../env.ts'

/** What the journal's secret is used for; each use has a key of its own. */
type Purpose = 'journal seal' | 'person keys'

const known = new Map<string, Promise<Buffer>>()

/**
 * A key that the database does not hold: from `JOURNAL_KEY`, or from a file in the data folder that is made at first need.
 * Whoever can write to the tables can not make a seal.
 */
export async function journalKey(env: Pick<Env, 'CRM_DATA' | 'JOURNAL_KEY'>, purpose: Purpose): Promise<Buffer> {
  const path = join(env.CRM_DATA, 'journal.key')
  const secret = env.JOURNAL_KEY ? Buffer.from(env.JOURNAL_KEY) : await remembered(path)
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
}

function remembered(path: string): Promise<Buffer> {
  const reading = known.get(path) ?? readOrMake(path)
  known.set(path, reading)
  reading.catch(() => known.delete(path))
  return reading
}

async function readOrMake(path: string): Promise<Buffer> {
  await mkdir(join(path, '..'), { recursive: true })
  // `wx`: of two processes that start together, one makes it and both read it.
  await writeFile(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return readFile(path)
}
