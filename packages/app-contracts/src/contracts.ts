import { defineApp } from '@crm/platform'
import { messages } from './messages/index.ts'
import { rights } from './rights.ts'

const { view, create, edit, archive, restore, remove, history, access, files } = rights.trade
const read = [rights.enter.id, view.id, files.list.id, files.preview.id]
const work = [...read, create.id, edit.id, history.id, files.upload.id, files.describe.id, files.download.id]
const approve = [...work, archive.id, restore.id]

export const contracts = defineApp({ id: 'contracts', rights, levels: { read, work, approve, manage: [...approve, remove.id, files.remove.id, access.id] }, messages, notices: [] })
