import { Failure } from '@crm/platform'
import { type System, momentOf } from '@crm/platform/server'
import type { FileVersion } from '../attachment.ts'
import { type Activity, activitiesOf } from '../look.ts'

const columns = 'v.version, b.size, b.type, b.sha256, u.name, v.at, l.active'
const joined = 'storage_version v join storage_blob b on b.sha256 = v.sha256 join platform_user u on u.id = v.user_id left join storage_look l on l.sha256 = v.sha256'

/** Everything that a file has been, newest first. Whether the reader may know of the file is asked before. */
export async function versionsOf(
  system: System,
  fileId: number,
): Promise<(FileVersion & { readonly sha256: string; readonly type: string; readonly active: readonly Activity[] })[]> {
  const rows = await system.database.read.execute(`select ${columns} from ${joined} where v.file_id = ? order by v.version desc limit 500`, [fileId])
  return rows.map(([version, size, type, sha256, by, at, active]) => ({
    version: Number(version),
    size: Number(size),
    type: String(type),
    sha256: String(sha256),
    by: String(by),
    at: momentOf(at),
    active: activitiesOf(active),
  }))
}

/** @throws Failure 'missing' for a version that there has not been */
export async function versionOf(system: System, { fileId, version }: { fileId: number; version: number }) {
  const found = (await versionsOf(system, fileId)).find((one) => one.version === version)
  if (!found) throw new Failure('missing')
  return found
}
