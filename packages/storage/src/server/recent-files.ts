import { type Cell, type Reading, momentOf } from '@crm/platform/server'
import { visibleFiles } from './access/file-access.ts'
import type { AttachedTo } from './attached-to.ts'

/** A file as a page of something else shows it. */
export interface RecentFile {
  readonly document: string
  readonly name: string
  readonly description: string | null
  /** ISO UTC */
  readonly at: string
}

const columns = 'f.document, f.name, f.description, v.at, f.id, f.access_id'
const joined = 'storage_file f join storage_version v on v.file_id = f.id and v.version = f.version where f.document in (?) and f.live_name is not null'
/** Files with a table of their own are few. */
const mostRestricted = 2_000

/** The newest files of documents on which the reader was found to hold the right to list them, and how many there are; of those with a table of their own only what it opens. */
export async function recentFiles(
  ctx: Reading,
  to: AttachedTo,
  { documents, limit }: { documents: readonly string[]; limit: number },
): Promise<{ count: number; lines: RecentFile[] }> {
  if (documents.length === 0) return { count: 0, lines: [] }
  const { read } = ctx.system.database
  const [[total], open, restricted] = await Promise.all([
    read.query('select count(*) from storage_file where document in (?) and live_name is not null and access_id is null', [documents]),
    read.query(`select ${columns} from ${joined} and f.access_id is null order by v.at desc, f.id desc limit ?`, [documents, limit]),
    read.query(`select ${columns} from ${joined} and f.access_id is not null order by v.at desc limit ${mostRestricted}`, [documents]),
  ])
  const seen = await visibleFiles(ctx, to, { files: restricted.map(fileIn), accessIdOf: () => null })
  const lines = [...open.map(fileIn), ...seen].sort((one, other) => (one.at < other.at ? 1 : -1)).slice(0, limit)
  return { count: Number(total?.[0]) + seen.length, lines }
}

const fileIn = ([document, name, description, at, id, accessId]: Cell[]) => ({
  document: String(document),
  name: String(name),
  description: description === null ? null : String(description),
  at: momentOf(at),
  id: Number(id),
  accessId: accessId === null ? null : Number(accessId),
})
