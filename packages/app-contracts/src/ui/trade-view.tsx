import { createApi } from '@crm/platform/ui'
import { defineView } from '@crm/register/ui'
import { Attachments } from '@crm/storage/ui'
import { messages } from '../messages/index.ts'
import { rights } from '../rights.ts'
import type { ContractsRouter } from '../server/index.ts'
import { trade } from '../trade.ts'

const api = createApi<ContractsRouter>('contracts').trade

export const tradeView = defineView({
  register: trade,
  api,
  rights: rights.trade,
  messages,
  entity: 'trade',
  path: '/contracts/trade',
  badges: { status: { draft: 'secondary', active: 'success', terminating: 'warning', ended: 'secondary' } },
  files: (documentId) => <Attachments kind={trade.id} documentId={documentId} rights={rights.trade.files} api={api.files} />,
})
