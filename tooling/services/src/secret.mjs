import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'

/** What an instance must find again at its next start: passwords and port, readable by its owner only. */
export async function remembered(path, make) {
  const known = await readFile(path, 'utf8').then(JSON.parse, () => null)
  if (known) return known
  const made = await make()
  await writeFile(path, JSON.stringify(made), { mode: 0o600 })
  return made
}

export const newPassword = () => randomBytes(18).toString('base64url')
