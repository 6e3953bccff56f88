import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** A file that lies in the watched folder. */
export interface Lying {
  readonly name: string
  readonly size: number
  /** When its content last changed, milliseconds. */
  readonly changedMs: number
}

const passedOver = /^[.~]|[.](part|tmp|crdownload)$|^(thumbs[.]db|desktop[.]ini)$/i

/** What lies in the folder, by name. @throws Error when it cannot be read, or its two subfolders cannot be made */
export async function lyingIn(folder: string): Promise<Lying[]> {
  await Promise.all(['done', 'rejected'].map((name) => mkdir(join(folder, name), { recursive: true })))
  const found: Lying[] = []
  for (const entry of (await readdir(folder, { withFileTypes: true })).toSorted((one, other) => one.name.localeCompare(other.name))) {
    if (!entry.isFile() || passedOver.test(entry.name) || entry.name.length > 200) continue
    const about = await stat(join(folder, entry.name)).catch(() => null)
    // Gone since: somebody took it away again.
    if (about) found.push({ name: entry.name, size: about.size, changedMs: Math.floor(about.mtimeMs) })
  }
  return found
}

/** Out of the way, beside what has that name already; a rejected one with its reason in a text file. */
export async function putAway(folder: string, { name, to, reason }: { name: string; to: 'done' | 'rejected'; reason: string | null }): Promise<void> {
  const place = await freeName(join(folder, to), name)
  if (reason !== null) await writeFile(`${place}.txt`, reason)
  await rename(join(folder, name), place)
}

async function freeName(folder: string, name: string): Promise<string> {
  const ending = extname(name)
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name : `${name.slice(0, name.length - ending.length)} (${count})${ending}`)
    const isTaken = await stat(path).then(
      () => true,
      () => false,
    )
    if (!isTaken) return path
  }
}
