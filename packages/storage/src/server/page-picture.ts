import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '@crm/platform'
import type { System } from '@crm/platform/server'
import { openBlobStore } from './blob-store.ts'
import { keepPicture } from './keep-picture.ts'
import { inLimitedProcess } from './scans/limited-process.ts'

/** A page of a stored PDF as a picture: drawn once and kept. @throws Failure 'missing' when it cannot be drawn */
export async function pagePicture(system: System, { sha256, page }: { sha256: string; page: number }): Promise<string> {
  const path = join(system.env.CRM_DATA, 'pages', sha256.slice(0, 2), `${sha256}-${page}.webp`)
  const isThere = await stat(path).then(
    () => true,
    () => false,
  )
  if (isThere) return path
  const { failure } = await keepPicture(
    path,
    (to) => inLimitedProcess({ do: 'picture', path: openBlobStore(system.env.CRM_DATA).pathOf(sha256), page, to }),
    (made) => made.failure === undefined,
  )
  if (failure) throw new Failure('missing')
  return path
}
