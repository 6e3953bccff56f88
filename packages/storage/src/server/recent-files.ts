import type { System } from '@crm/platform/server'

/** A file as a page of something else shows it. */
export interface RecentFile {
  readonly document: string
  readonly name: string
  readonly description: string | null
  /** ISO UTC */
  readonly at: string
}

/** The newest files of documents on which the reader was found to hold the right to list them, and how many there are. A file with an access table of its own is shown at its document only. */
export async function recentFiles(system: System, { documents, limit }: { documents: readonly string[]; limit: number }): Promise<{ count: number; lines: RecentFile[] }> {
  if (documents.length === 0) return { count: 0, lines: [] }
  const { read } = system.database
  const [[total], rows] = await Promise.all([
    read.query('select count(*) from storage_file where document in (?) and live_name is not null and access_id is null', [documents]),
    read.query(
      `select f.document, f.name, f.description, v.at from storage_file f join storage_version v on v.file_id = f.id and v.version = f.version
       where f.document in (?) and f.live_name is not null and f.access_id is null order by v.at desc, f.id desc limit ?`,
      [documents, limit],
    ),
  ])
  return {
    count: Number(total?.[0]),
    lines: rows.map(([document, name, description, at]) => ({
      document: String(document),
      name: String(name),
      description: description === null ? null : String(description),
      at: `${String(at).replace(' ', 'T')}Z`,
    })),
  }
}
