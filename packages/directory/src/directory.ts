import { defineApp } from '@crm/platform'
import { messages } from './messages/index.ts'
import { rights } from './rights.ts'

const { view, create, edit, archive, restore, remove, history, access } = rights.party
const read = [view.id]
const work = [...read, create.id, edit.id, history.id]

export const directory = defineApp({
  id: 'directory',
  rights,
  levels: { read, work, approve: [...work, archive.id, restore.id], manage: [...work, archive.id, restore.id, remove.id, access.id] },
  messages,
  notices: [],
})
