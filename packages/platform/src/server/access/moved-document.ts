import type { System } from '../context.ts'
import { statement } from '../database/database.ts'
import type { Between } from '../server-app.ts'

/**
 * Reminders, notices, tasks and requests about a document that became part of another. Access goes the other way: the table of the one
 * that is kept decides, and what opened the other opens nothing more.
 */
export async function movedDocument({ system }: { readonly system: System }, { from, to }: Between): Promise<void> {
  const [kind, fromId] = partsOf(from)
  const [, toId] = partsOf(to)
  await statement('update platform_reminder set record_id = ? where kind = ? and record_id = ?', [toId, kind, fromId])
  await statement('update platform_notice set document = ? where document = ?', [to, from])
  // The same task about both is one task.
  await statement('update ignore platform_todo set document = ? where document = ?', [to, from])
  await statement('delete from platform_todo where document = ?', [from])
  await movePages(system, { kind, fromId, toId })
  await statement('update platform_access_request set document = ? where document = ?', [to, from])
  await statement('delete l from platform_access_line l join platform_access_table t on t.id = l.table_id where t.kind = ? and t.record_id = ?', [kind, fromId])
  await statement('delete from platform_access_table where kind = ? and record_id = ?', [kind, fromId])
  await statement('delete r from platform_grant_right r join platform_grant g on g.id = r.grant_id where g.kind = ? and g.record_id = ?', [kind, fromId])
  await statement('delete from platform_grant where kind = ? and record_id = ?', [kind, fromId])
}

/** What leads to the page of the one leads to that of the other: a notice whose page is gone would be gone too. */
async function movePages(system: System, { kind, fromId, toId }: { kind: string; fromId: number; toId: number }): Promise<void> {
  const path = system.apps.flatMap((server) => server.documents ?? []).find((one) => one.kind === kind)?.path
  if (!path) return
  const [old, now] = [`${path}/${fromId}`, `${path}/${toId}`]
  for (const table of ['platform_notice', 'platform_todo'])
    await statement(`update ${table} set path = concat(?, substring(path, ?)) where path = ? or path like ? or path like ?`, [now, old.length + 1, old, `${old}?%`, `${old}/%`])
}

const partsOf = (document: string): [string, number] => [document.slice(0, document.lastIndexOf(':')), Number(document.slice(document.lastIndexOf(':') + 1))]
