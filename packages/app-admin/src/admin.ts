import { defineApp } from '@crm/platform'
import { messages } from './messages/index.ts'
import { rights } from './rights.ts'

const manage = [rights.enter.id, rights.people.view.id, rights.rights.view.id, rights.rights.export.id, rights.journal.view.id]

/** Only a manager of the system has anything here. */
export const admin = defineApp({ id: 'admin', rights, levels: { read: [], work: [], approve: [], manage }, messages, notices: [] })
