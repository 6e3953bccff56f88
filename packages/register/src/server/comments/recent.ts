import { type System, momentOf } from '@crm/platform/server'

/** A comment as a page of something else shows it. */
export interface RecentComment {
  readonly document: string
  readonly by: string
  readonly body: string
  /** ISO UTC */
  readonly at: string
}

/** The newest comments on documents that the reader was found to see, and how many there are. */
export async function recentComments(system: System, { documents, limit }: { documents: readonly string[]; limit: number }): Promise<{ count: number; lines: RecentComment[] }> {
  if (documents.length === 0) return { count: 0, lines: [] }
  const { read } = system.database
  const [[total], rows] = await Promise.all([
    read.query('select count(*) from register_comment where document in (?)', [documents]),
    read.query('select c.document, u.name, c.body, c.at from register_comment c join platform_user u on u.id = c.author_id where c.document in (?) order by c.id desc limit ?', [
      documents,
      limit,
    ]),
  ])
  return {
    count: Number(total?.[0]),
    lines: rows.map(([document, by, body, at]) => ({ document: String(document), by: String(by), body: String(body), at: momentOf(at) })),
  }
}
