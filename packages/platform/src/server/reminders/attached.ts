import { reminderTodo } from '../../notices.ts'
import { statement } from '../database/database.ts'
import type { Attached } from '../server-app.ts'

const ofDocument = (document: string): [string, number] => [document.slice(0, document.lastIndexOf(':')), Number(document.slice(document.lastIndexOf(':') + 1))]

/** The reminders of a document go with it. */
export const attachedReminders: Attached = {
  what: 'reminders',
  async count(system, document) {
    const [row] = await system.database.read.query('select count(*) from platform_reminder where kind = ? and record_id = ? and ended_at is null', ofDocument(document))
    return Number(row?.[0])
  },
  async forget(document) {
    await statement(
      `delete from platform_todo where kind = ? and document in (select concat('platform.reminder:', o.id) from platform_reminder_occurrence o
         join platform_reminder r on r.id = o.reminder_id where r.kind = ? and r.record_id = ?)`,
      [reminderTodo.id, ...ofDocument(document)],
    )
    await statement('delete from platform_reminder where kind = ? and record_id = ?', ofDocument(document))
  },
}
