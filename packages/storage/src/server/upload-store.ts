import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DataStore, ERRORS, Upload } from '@tus/server'

const namePattern = /^[0-9a-f-]{36}$/

/**
 * Uploads under way: beside each growing file a note of what it will be. What has arrived is the file's length,
 * so nothing has to agree with anything after a crash.
 */
export class UploadStore extends DataStore {
  readonly #folder: string

  constructor(folder: string) {
    super()
    this.#folder = join(folder, 'uploads')
    this.extensions = ['creation', 'termination']
  }

  pathOf(id: string): string {
    if (!namePattern.test(id)) throw ERRORS.FILE_NOT_FOUND
    return join(this.#folder, id)
  }

  override async create(upload: Upload): Promise<Upload> {
    await mkdir(this.#folder, { recursive: true })
    await writeFile(`${this.pathOf(upload.id)}.json`, JSON.stringify({ size: upload.size, metadata: upload.metadata }), { flush: true })
    await writeFile(this.pathOf(upload.id), '')
    return upload
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const to = createWriteStream(this.pathOf(id), { flags: 'r+', start: offset })
    // A connection that breaks off leaves what has come; the browser asks how much that is and goes on from there.
    await pipeline(stream, to).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error
    })
    return (await stat(this.pathOf(id))).size
  }

  override async getUpload(id: string): Promise<Upload> {
    try {
      const note = JSON.parse(await readFile(`${this.pathOf(id)}.json`, 'utf8')) as { size: number; metadata: Record<string, string | null> } // written by create
      const { size: offset } = await stat(this.pathOf(id))
      return new Upload({ id, offset, size: note.size, metadata: note.metadata })
    } catch {
      throw ERRORS.FILE_NOT_FOUND
    }
  }

  override async remove(id: string): Promise<void> {
    await Promise.all([rm(this.pathOf(id), { force: true }), rm(`${this.pathOf(id)}.json`, { force: true })])
  }

  /** Uploads that nobody has added to for a day. */
  async sweep(before: Date): Promise<number> {
    const names = (await readdir(this.#folder).catch(() => [])).filter((name) => namePattern.test(name))
    let count = 0
    for (const name of names) {
      if ((await stat(this.pathOf(name))).mtime >= before) continue
      await this.remove(name)
      count += 1
    }
    return count
  }
}
