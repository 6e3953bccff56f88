import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openBlobStore } from '../blob-store.ts'
import { inLimitedProcess } from './limited-process.ts'

export interface ScanContent {
  readonly sha256: string
  readonly size: number
  readonly type: string
}

/** What comes from a scanner, by what was found in it. */
const pictures = ['image/jpeg', 'image/png', 'image/tiff']
export const isScan = (type: string): boolean => type === 'application/pdf' || pictures.includes(type)

/** The PDF of a stored scan: a picture is bound into one, and stays in the store as it came. `null` for a picture that is broken. */
export async function pdfOf(data: string, content: ScanContent): Promise<ScanContent | null> {
  if (!pictures.includes(content.type)) return content
  const blobs = openBlobStore(data)
  const folder = join(data, 'binding', randomUUID())
  await mkdir(folder, { recursive: true })
  try {
    const to = join(folder, 'a.pdf')
    const { failure } = await inLimitedProcess({ do: 'bind', path: blobs.pathOf(content.sha256), to })
    return failure ? null : { ...(await blobs.take(to)), type: 'application/pdf' }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
