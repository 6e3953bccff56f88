import { defineApp } from '@crm/platform'
import { registerLevels } from '@crm/register'
import { messages } from './messages/index.ts'
import { rights } from './rights.ts'

export const directory = defineApp({ id: 'directory', rights, levels: registerLevels(rights.party), messages, notices: [] })
