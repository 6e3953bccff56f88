import { defineApp } from '@crm/platform'
import { messages } from './messages/index.ts'
import { rights } from './rights.ts'

const { view, create, edit, archive, restore, remove, history, access } = rights.entry
const read = [view.id]
const work = [...read, create.id, edit.id, history.id]
const approve = [...work, archive.id, restore.id]

export const __camel__ = defineApp({ id: '__name__', rights, levels: { read, work, approve, manage: [...approve, remove.id, access.id] }, messages, notices: [] })
