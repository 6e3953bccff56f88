import { defineApp, type LevelName } from '@crm/platform'
import { registerLevels } from '@crm/register'
import { messages } from './messages/index.ts'
import { whiteListTodo } from './notices.ts'
import { rights } from './rights.ts'
import { settings } from './settings.ts'

const { contacts, files, merge, whiteList } = rights.party
const read = [contacts.id, files.list.id, files.preview.id]
const work = [...read, files.upload.id, files.describe.id, files.download.id, whiteList.id]
const further: Record<LevelName, string[]> = { read, work, approve: work, manage: [...work, files.remove.id, files.access.id, merge.id] }
const usual = registerLevels(rights.party)

export const directory = defineApp({
  id: 'directory',
  rights,
  levels: {
    read: [...usual.read, ...further.read],
    work: [...usual.work, ...further.work],
    approve: [...usual.approve, ...further.approve],
    manage: [...usual.manage, ...further.manage],
  },
  settings,
  messages,
  notices: [],
  todos: [whiteListTodo],
})
