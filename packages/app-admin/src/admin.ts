import { defineApp, rightsOf } from '@crm/platform'
import { messages } from './messages/index.ts'
import { leftover, notices } from './notices.ts'
import { rights } from './rights.ts'

/** Entries about documents that are hidden from the reader: no level gives them, somebody does. */
const manage = rightsOf(rights)
  .map((right) => right.id)
  .filter((id) => id !== rights.journal.everything.id)

/** Only a manager of the system has anything here. */
export const admin = defineApp({ id: 'admin', rights, levels: { read: [], work: [], approve: [], manage }, messages, notices, todos: [leftover] })
