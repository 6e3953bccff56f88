import { type AccessAnswer, can, type GrantLine, type Viewer } from '../../index.ts'
import type { Reading } from '../context.ts'
import type { AccessSubject, At } from './document-access.ts'
import { momentOf, momentOrNull } from '../database/moment.ts'

/** Who can see a document and why, with what decides it. */
export async function readAccess(ctx: Reading, subject: AccessSubject, at: At): Promise<AccessAnswer> {
  const above = await subject.within?.(ctx, at.id)
  const answer = await readOne(ctx, subject, at)
  if (!above) return answer
  const { viewers } = await readOne(ctx, { ...above, rights: [] }, above)
  const seen = new Set(viewers.map((viewer) => viewer.userId))
  return { ...answer, viewers: answer.viewers.filter((viewer) => seen.has(viewer.userId)) }
}

async function readOne(ctx: Reading, subject: Pick<AccessSubject, 'kind' | 'view' | 'rights'>, at: Pick<At, 'id' | 'accessId'>): Promise<AccessAnswer> {
  const { read } = ctx.system.database
  const [own, lines, grants, people, members, groups] = await Promise.all([
    read.query('select id from platform_access_table where kind = ? and record_id = ?', [subject.kind, at.id]),
    read.query('select holder, right_id, effect from platform_access_line where table_id = ? order by holder, right_id', [at.accessId ?? 0]),
    read.query(
      `select g.id, g.holder, g.from_at, g.until_at, g.is_preview_only, g.reason, u.name, g.ended_at, group_concat(r.right_id order by r.right_id)
       from platform_grant g join platform_grant_right r on r.grant_id = g.id left join platform_user u on u.id = g.given_by
       where g.kind = ? and g.record_id = ? group by g.id, g.holder, g.from_at, g.until_at, g.is_preview_only, g.reason, u.name, g.ended_at order by g.id desc limit 200`,
      [subject.kind, at.id],
    ),
    read.query(
      `select u.id, u.name, r.origin from platform_user u left join platform_user_right r on r.user_id = u.id and r.right_id = ? where u.is_active = 1 order by u.name limit 2000`,
      [subject.view],
    ),
    read.query('select user_id, group_id from platform_group_member'),
    read.query('select id, name from platform_group'),
  ])
  const names = new Map<string, string>([...groups.map(([id, name]) => [`g${id}`, String(name)] as const), ...people.map(([id, name]) => [`u${id}`, String(name)] as const)])
  const groupsOf = Map.groupBy(members, (row) => Number(row[0]))
  const now = ctx.now.toISOString()
  const grantLines = grants.map(
    ([id, holder, fromAt, untilAt, isPreviewOnly, reason, by, endedAt, rights]): GrantLine => ({
      id: Number(id),
      holder: String(holder),
      holderName: names.get(String(holder)) ?? String(holder),
      rights: String(rights).split(','),
      fromAt: momentOf(fromAt),
      untilAt: momentOrNull(untilAt),
      isPreviewOnly: Number(isPreviewOnly) === 1,
      reason: String(reason),
      by: by === null ? null : String(by),
      state: endedAt !== null || (untilAt !== null && momentOf(untilAt) <= now) ? 'ended' : momentOf(fromAt) > now ? 'waiting' : 'in force',
    }),
  )
  const viewers = people.flatMap(([id, name, origin]): Viewer[] => {
    const holders = [`u${id}`, ...(groupsOf.get(Number(id)) ?? []).map((row) => `g${row[1]}`)]
    const mine = lines.filter((line) => holders.includes(String(line[0])) && line[1] === subject.view)
    const open = grantLines.find((grant) => grant.state === 'in force' && holders.includes(grant.holder))
    const answer = can(
      { isActive: true, rights: new Set(origin === null ? [] : [subject.view]) },
      {
        right: subject.view,
        now,
        document: {
          isRestricted: at.accessId !== null,
          lines: [
            ...mine.map((line) => ({ right: subject.view, effect: line[2] === '+' ? ('allow' as const) : ('deny' as const), isGrant: false, fromAt: null, untilAt: null })),
            ...(open ? [{ right: subject.view, effect: 'allow' as const, isGrant: true, fromAt: open.fromAt, untilAt: open.untilAt }] : []),
          ],
        },
      },
    )
    if (!answer.allowed) return []
    const through = answer.by === 'grant' ? open?.holder : String(mine[0]?.[0] ?? '')
    return [
      {
        userId: Number(id),
        name: String(name),
        by: answer.by === 'grant' ? 'grant' : mine.length > 0 ? 'line' : 'right',
        origin: origin === null ? null : String(origin),
        group: through?.startsWith('g') ? (names.get(through) ?? null) : null,
        untilAt: answer.by === 'grant' ? (open?.untilAt ?? null) : null,
      },
    ]
  })
  return {
    table: at.accessId === null ? 'none' : Number(own[0]?.[0]) === at.accessId ? 'own' : 'inherited',
    lines: lines.map(([holder, right, effect]) => ({
      holder: String(holder),
      holderName: names.get(String(holder)) ?? String(holder),
      right: String(right),
      effect: effect as '+' | '-', // an enum of the table
    })),
    grants: grantLines,
    viewers,
    rights: subject.rights,
  }
}
