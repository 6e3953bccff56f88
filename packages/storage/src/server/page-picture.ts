import { mkdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '@crm/platform'
import type { System } from '@crm/platform/server'
import { openBlobStore } from './blob-store.ts'
import { inLimitedProcess } from './scans/limited-process.ts'

/** A page of a stored PDF as a picture: drawn once and kept; complete before it has its name. @throws Failure 'missing' when it cannot be drawn */
export async function pagePicture(system: System, { sha256, page }: { sha256: string; page: number }): Promise<string> {
  const folder = join(system.env.CRM_DATA, 'pages', sha256.slice(0, 2))
  const path = join(folder, `${sha256}-${page}.webp`)
  const isThere = await stat(path).then(
    () => true,
    () => false,
  )
  if (isThere) return path
  await mkdir(folder, { recursive: true })
  const growing = join(folder, `${sha256}-${page}-${process.hrtime.bigint()}.part`)
  const { failure } = await inLimitedProcess({ do: 'picture', path: openBlobStore(system.env.CRM_DATA).pathOf(sha256), page, to: growing })
  if (failure) throw new Failure('missing')
  await rename(growing, path)
  return path
}
