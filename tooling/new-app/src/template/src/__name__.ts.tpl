import { defineApp } from '@crm/platform'
import { registerLevels } from '@crm/register'
import { messages } from './messages/index.ts'
import { rights } from './rights.ts'

export const __camel__ = defineApp({ id: '__name__', rights, levels: registerLevels(rights.entry), messages, notices: [] })
