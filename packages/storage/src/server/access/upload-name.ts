import { type Reading, statement } from '@crm/platform/server'
import type { AttachedTo } from '../attached-to.ts'
import { freeName } from '../free-name.ts'
import { demandFile, visibleFiles } from './file-access.ts'

interface Wanted {
  readonly document: string
  /** Key of its part, or nothing. */
  readonly part: string
  /** The document's own table. */
  readonly accessId: number | null
  readonly name: string
}

/**
 * Under what name an upload is kept. A file of that name becomes a new version, if the uploader may add to it; one that they may not know of
 * keeps its name and its content, and theirs gets a number.
 *
 * @throws Failure 'denied' for a new version of a file that is not theirs to change
 */
export async function uploadName(ctx: Reading, to: AttachedTo, { document, part, accessId, name }: Wanted): Promise<string> {
  const rows = await statement<{ id: number; access_id: number | null }[]>('select id, access_id from storage_file where document = ? and part = ? and live_name = ?', [
    document,
    part,
    name,
  ])
  const files = rows.map((row) => ({ id: row.id, accessId: row.access_id, document }))
  const [file] = files
  if (!file) return name
  const isSeen = (await visibleFiles(ctx, to, { files, accessIdOf: () => accessId })).length > 0
  if (!isSeen) return freeName({ document, part }, name)
  if (file.accessId !== null) await demandFile(ctx, to, file.id)
  return name
}
