import type { Right } from '../../index.ts'
import type { User, Writing } from '../context.ts'
import type { JobContext } from './handler.ts'
import { writeJournal } from '../journal/journal.ts'

/** A job that does something for a person: their rights of this moment decide, and the journal names them and the right. */
export function actAs(ctx: JobContext, user: User, right: Right): Writing {
  const request = {
    system: ctx.system,
    requestId: ctx.jobId,
    ip: '127.0.0.1',
    userAgent: '',
    cookie: '',
    user,
    session: null,
    setCookie: () => undefined,
  }
  return {
    ...request,
    right,
    now: ctx.now,
    journalRead: (entry) => writeJournal(request, { ...entry, action: right.id, rights: right.id, outcome: 'done' }),
    journal: (entry) => writeJournal(request, { ...entry, action: right.id, rights: right.id, outcome: 'done', isChange: true }),
    send: ctx.send,
  }
}
