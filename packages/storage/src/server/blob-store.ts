import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, link, mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Files by what they contain: the same content is stored once, and a stored file never changes. */
export interface BlobStore {
  /** Take a finished file in. It also stays where it was, until the row that names it is committed; safe to repeat after a crash. */
  take(path: string): Promise<{ sha256: string; size: number }>
  pathOf(sha256: string): string
  has(sha256: string): Promise<boolean>
}

export function openBlobStore(folder: string): BlobStore {
  const pathOf = (sha256: string) => join(folder, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  const has = (sha256: string) =>
    stat(pathOf(sha256)).then(
      () => true,
      () => false,
    )
  return {
    pathOf,
    has,
    async take(path) {
      await sync(path)
      const { size } = await stat(path)
      const sha256 = await hashOf(path)
      const to = pathOf(sha256)
      if (await has(sha256)) return { sha256, size }
      await mkdir(dirname(to), { recursive: true })
      await linkOrCopy(path, to)
      await sync(dirname(to))
      return { sha256, size }
    },
  }
}

/** A second name costs nothing; a file system without them gets a copy, complete before it has the name. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return
    await copyFile(from, `${to}.part`)
    await sync(`${to}.part`)
    await rename(`${to}.part`, to)
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1_048_576 }), hash)
  return hash.digest('hex')
}

/** What was written is on the disk when this returns; a folder's entries count as its content. */
async function sync(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } catch (error) {
    // Windows cannot sync a folder and says so with EPERM; its file system journals the entry itself.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error
  } finally {
    await file.close()
  }
}
