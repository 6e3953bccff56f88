import { defineServer, handle } from '@crm/platform/server'
import { defineModels, registerBelongings, sensitiveOf } from '@crm/register/server'
import { attachmentRoutes } from '@crm/storage/server'
import { contracts } from '../contracts.ts'
import { rollTerms } from '../jobs.ts'
import { trade } from '../trade.ts'
import { migrations } from './migrations.ts'
import { router, tradeDocument, tradeFiles } from './router.ts'

export type { ContractsRouter } from './router.ts'
export { type Cast, sampleContracts } from './sample-contracts.ts'

export default defineServer({
  app: contracts,
  router,
  models: (sequelize) => defineModels(sequelize, trade),
  migrations,
  help: new URL('../../help/', import.meta.url),
  handlers: [{ ...handle(rollTerms, () => import('./roll-terms.ts')), cron: '10 * * * *' }],
  documents: [tradeDocument],
  routes: (http, system) => attachmentRoutes(http, system, tradeFiles),
  belongings: registerBelongings(trade),
  sensitive: { [trade.id]: sensitiveOf(trade) },
  demo: () => import('./demo.ts'),
})
