import type { NoticeLine } from '../../index.ts'
import type { Reading } from '../context.ts'
import { onlySeen } from '../access/sight.ts'
import { noticeRights } from './kinds.ts'
import { momentOf } from '../database/moment.ts'

const page = 100

/** One's own notices, newest first, as far as one may still see what they are about. */
export async function listNotices(ctx: Reading, { before, isUnread }: { before?: number | undefined; isUnread?: boolean | undefined } = {}): Promise<NoticeLine[]> {
  const rows = await ctx.system.database.read.query(
    `select id, kind, params, path, at, read_at, document from platform_notice
     where user_id = ? and is_in_bell = 1 ${before === undefined ? '' : 'and id < ?'} ${isUnread ? 'and read_at is null' : ''} order by id desc limit ${page}`,
    [ctx.user.id, ...(before === undefined ? [] : [before])],
  )
  const lines = rows.map(([id, kind, params, path, at, readAt, document]) => ({
    id: Number(id),
    kind: String(kind),
    // what notify wrote
    params: typeof params === 'string' ? (JSON.parse(params) as NoticeLine['params']) : (params as NoticeLine['params']),
    path: String(path),
    at: momentOf(at),
    isRead: readAt !== null,
    document: document === null ? null : String(document),
  }))
  return (await onlySeen(ctx, lines, noticeRights(ctx.system))).map(({ document: _document, ...line }) => line)
}
