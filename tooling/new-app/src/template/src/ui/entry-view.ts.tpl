import { createApi } from '@crm/platform/ui'
import { defineView } from '@crm/register/ui'
import { entry } from '../entry.ts'
import { messages } from '../messages/index.ts'
import { rights } from '../rights.ts'
import type { __Pascal__Router } from '../server/index.ts'

export const entryView = defineView({
  register: entry,
  api: createApi<__Pascal__Router>('__name__').entry,
  rights: rights.entry,
  messages,
  entity: 'entry',
  path: '/__name__/entries',
  badges: { status: { open: 'warning', done: 'success' } },
})
