import { type AccessRequest, type Decision, dayOf, Failure, invalid, type Language, rightsOf, sentence } from '../../index.ts'
import { accessAsked, accessDecided, rightsChanged } from '../../notices.ts'
import { rights } from '../../rights.ts'
import type { Reading, Writing } from '../context.ts'
import { statement } from '../database/database.ts'
import { giveGrant } from './document-access.ts'
import { endOfDay } from '../end-of-day.ts'
import { restamp } from '../rights/levels.ts'
import { noticeTo, notify } from '../notices/notify.ts'
import { tellHolders } from '../rights/tell-holders.ts'
import { momentOf, momentOrNull } from '../database/moment.ts'

const waitingAtMost = 20

/**
 * Ask for a right, in general or on one document. Whether the document exists is not told, so that asking finds nothing out.
 *
 * @throws Failure 'invalid' for a right that does not exist, 'too-many-attempts' when twenty requests already wait
 */
export async function askForAccess(ctx: Writing, { right, document, reason }: { right: string; document: string | null; reason: string }): Promise<void> {
  if (!ctx.system.apps.some(({ app }) => rightsOf(app.rights).some((one) => one.id === right))) throw invalid({ path: 'right', code: 'not-a-choice' })
  const waiting = await statement<{ right_id: string; document: string | null }[]>(
    'select right_id, document from platform_access_request where user_id = ? and decision is null',
    [ctx.user.id],
  )
  if (waiting.some((one) => one.right_id === right && one.document === document)) return ctx.journal({ note: `${right}: asked before` })
  if (waiting.length >= waitingAtMost) throw new Failure('too-many-attempts')
  await statement('insert into platform_access_request (user_id, right_id, document, reason, asked_at) values (?,?,?,?,?)', [ctx.user.id, right, document, reason, ctx.now])
  const deciders = await statement<{ user_id: number }[]>('select user_id from platform_user_right where right_id = ?', [rights.requests.decide.id])
  for (const { user_id } of deciders) await ctx.send(notify, noticeTo(user_id, accessAsked, { params: { name: ctx.user.name }, path: '/admin/requests' }))
  await ctx.journal({ document: 'platform.requests', note: `${right}${document ? ` ${document}` : ''}: ${reason}` })
}

/** Requests that wait, then the last decided ones. */
export async function listRequests({ system }: Reading, language: Language): Promise<AccessRequest[]> {
  const rows = await system.database.read.query(
    `select r.id, r.user_id, u.name, r.right_id, r.document, r.reason, r.asked_at, r.decision, d.name, r.until_at
     from platform_access_request r join platform_user u on u.id = r.user_id left join platform_user d on d.id = r.decided_by
     order by r.decision is not null, r.id desc limit 200`,
  )
  const nameOf = (right: string) => {
    const app = system.apps.find((server) => right.startsWith(`${server.app.id}.`))?.app
    return (app && sentence(app.messages[language], `rights.${right.slice(app.id.length + 1)}.name`, { language })) ?? right
  }
  return rows.map(([id, userId, name, right, document, reason, askedAt, decision, decidedBy, untilAt]) => ({
    id: Number(id),
    userId: Number(userId),
    name: String(name),
    right: String(right),
    rightName: nameOf(String(right)),
    document: document === null ? null : String(document),
    reason: String(reason),
    askedAt: momentOf(askedAt),
    decision: decision as AccessRequest['decision'], // an enum of the table
    decidedBy: decidedBy === null ? null : String(decidedBy),
    untilAt: momentOrNull(untilAt),
  }))
}

/**
 * Say yes until the end of today or of a day, or no. On a document it becomes a grant, otherwise a right that ends by itself.
 *
 * @throws Failure 'missing' for a request that is decided or not there, 'own-rights' for one's own, 'invalid' for a day that has passed
 */
export async function decideRequest(ctx: Writing, { id, decision, day }: Decision): Promise<void> {
  const [asked] = await statement<{ user_id: number; right_id: string; document: string | null; reason: string }[]>(
    'select user_id, right_id, document, reason from platform_access_request where id = ? and decision is null for update',
    [id],
  )
  if (!asked) throw new Failure('missing')
  if (asked.user_id === ctx.user.id) throw new Failure('own-rights', { rights: [asked.right_id] })
  const today = dayOf(ctx.now)
  if (decision === 'until' && (!day || day < today)) throw invalid({ path: 'day', code: day ? 'end-before-start' : 'required' })
  const until = decision === 'no' ? null : endOfDay(decision === 'once' ? today : (day ?? today))
  if (until) await (asked.document ? open(ctx, { ...asked, document: asked.document, until }) : give(ctx, { ...asked, until }))
  await statement('update platform_access_request set decision = ?, decided_by = ?, decided_at = ?, until_at = ? where id = ?', [decision, ctx.user.id, ctx.now, until, id])
  await ctx.send(notify, noticeTo(asked.user_id, accessDecided, { params: { answer: decision }, path: '/' }))
  await ctx.journal({ document: 'platform.requests', affectedUserId: asked.user_id, changes: { [asked.right_id]: [null, decision] }, note: asked.document ?? asked.reason })
}

interface Yes {
  readonly user_id: number
  readonly right_id: string
  readonly reason: string
  readonly until: Date
}

async function give(ctx: Writing, { user_id, right_id, until }: Yes): Promise<void> {
  await statement('replace into platform_right_line (holder, right_id, effect, until_at, given_by, given_at, request_id) values (?,?,?,?,?,?,?)', [
    `u${user_id}`,
    right_id,
    '+',
    until,
    ctx.user.id,
    ctx.now,
    ctx.requestId,
  ])
  await restamp(ctx, [user_id])
  await tellHolders(ctx, rightsChanged, { params: { name: ctx.user.name, count: 1 }, path: '/admin/requests' })
}

async function open(ctx: Writing, { user_id, right_id, document, reason, until }: Yes & { document: string }): Promise<void> {
  const [name = '', number = ''] = document.split(':')
  const kind = ctx.system.apps.flatMap((server) => server.documents ?? []).find((one) => one.kind === name)
  const id = Number(number)
  const accessId = (await kind?.accessIds(ctx.system, [id]))?.get(id)
  if (!kind || accessId === undefined || !right_id.startsWith(`${name}.`)) throw new Failure('missing')
  const subject = { ...kind, rights: [kind.view, right_id], manage: '', previewRights: [], govern: async () => undefined }
  const given = { id, holder: `u${user_id}`, rights: [right_id], fromAt: ctx.now.toISOString(), untilAt: until.toISOString(), isPreviewOnly: false, reason }
  await giveGrant(ctx, subject, { id, code: null, accessId }, given)
}
