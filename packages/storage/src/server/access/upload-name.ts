import { type Reading, statement } from '@crm/platform/server'
import type { AttachedTo } from '../attached-to.ts'
import { demandFile, visibleFiles } from './file-access.ts'

/**
 * Under what name an upload is kept. A file of that name becomes a new version, if the uploader may add to it; one that they may not know of
 * keeps its name and its content, and theirs gets a number.
 *
 * @throws Failure 'denied' for a new version of a file that is not theirs to change
 */
export async function uploadName(ctx: Reading, to: AttachedTo, { document, accessId, name }: { document: string; accessId: number | null; name: string }): Promise<string> {
  const rows = await statement<{ id: number; access_id: number | null }[]>('select id, access_id from storage_file where document = ? and live_name = ?', [document, name])
  const files = rows.map((row) => ({ id: row.id, accessId: row.access_id, document }))
  const [file] = files
  if (!file) return name
  const isSeen = (await visibleFiles(ctx, to, { files, accessIdOf: () => accessId })).length > 0
  if (!isSeen) return freeName(document, name)
  if (file.accessId !== null) await demandFile(ctx, to, file.id)
  return name
}

async function freeName(document: string, name: string): Promise<string> {
  const dot = name.lastIndexOf('.')
  const taken = new Set(
    (await statement<{ live_name: string }[]>('select live_name from storage_file where document = ? and live_name is not null', [document])).map((row) =>
      row.live_name.toLowerCase(),
    ),
  )
  for (let number = 2; ; number += 1) {
    const candidate = `${name.slice(0, dot)} (${number})${name.slice(dot)}`
    if (!taken.has(candidate.toLowerCase())) return candidate
  }
}
