import type { System } from '@crm/platform/server'
import type { JournalLine, JournalQuestion } from '../wire.ts'

const page = 100

/** A page of the journal, newest first. */
export async function readJournal(system: System, question: JournalQuestion): Promise<JournalLine[]> {
  const conditions = [
    ...(question.before ? [{ text: 'j.id < ?', value: question.before }] : []),
    ...(question.outcome ? [{ text: 'j.outcome = ?', value: question.outcome }] : []),
    ...(question.action ? [{ text: 'j.action like ?', value: `${question.action.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` }] : []),
    ...(question.actorId ? [{ text: 'j.actor_id = ?', value: question.actorId }] : []),
  ]
  const rows = await system.database.read.query(
    `select j.id, j.at, j.action, u.name, j.ip, j.document, j.document_code, j.outcome, j.note from platform_journal j left join platform_user u on u.id = j.actor_id
     ${conditions.length > 0 ? `where ${conditions.map((condition) => condition.text).join(' and ')}` : ''} order by j.id desc limit ${page}`,
    conditions.map((condition) => condition.value),
  )
  const text = (value: unknown) => (value === null ? null : String(value))
  return rows.map(([id, at, action, actor, ip, document, documentCode, outcome, note]) => ({
    id: Number(id),
    at: `${String(at).replace(' ', 'T')}Z`,
    action: String(action),
    actor: text(actor),
    ip: String(ip),
    document: text(document),
    documentCode: text(documentCode),
    outcome: outcome as JournalLine['outcome'], // an enum of the table
    note: text(note),
  }))
}
