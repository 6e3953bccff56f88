import { defineServer, handle } from '@crm/platform/server'
import { defineModels, registerRoutes, sensitiveOf } from '@crm/register/server'
import { directory } from '../directory.ts'
import { turnAccounts } from '../jobs.ts'
import { party } from '../party.ts'
import { rights } from '../rights.ts'
import { departmentLookup, partyLookup, personLookup } from './lookups.ts'
import { memberships } from './memberships.ts'
import { migrations } from './migrations.ts'
import { partyDocument, router } from './router.ts'
import { superiors } from './superiors.ts'

export * from './people/index.ts'
export type { DirectoryRouter } from './router.ts'

export default defineServer({
  app: directory,
  router,
  models: (sequelize) => defineModels(sequelize, party),
  migrations,
  help: new URL('../../help/', import.meta.url),
  documents: [partyDocument],
  routes: (http, system) => registerRoutes(http, system, { register: party, rights: rights.party, document: partyDocument }),
  memberships,
  superiors,
  publishes: { 'directory.person': personLookup, 'directory.party': partyLookup, 'directory.department': departmentLookup },
  sensitive: { [party.id]: sensitiveOf(party) },
  handlers: [{ ...handle(turnAccounts, () => import('./people/turn-accounts.ts')), cron: '5 0 * * *' }],
  demo: () => import('./demo.ts'),
})
