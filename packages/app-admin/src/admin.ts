import { defineApp, rightsOf } from '@crm/platform'
import { messages } from './messages/index.ts'
import { rights } from './rights.ts'

const manage = rightsOf(rights).map((right) => right.id)

/** Only a manager of the system has anything here. */
export const admin = defineApp({ id: 'admin', rights, levels: { read: [], work: [], approve: [], manage }, messages, notices: [] })
