import { defineServer, handle } from '@crm/platform/server'
import { defineModels, registerBelongings, registerRoutes, sensitiveOf } from '@crm/register/server'
import { attachmentRoutes } from '@crm/storage/server'
import { directory } from '../directory.ts'
import { checkWhiteList, turnAccounts } from '../jobs.ts'
import { party } from '../party.ts'
import { rights } from '../rights.ts'
import { departmentLookup, partyLookup, personLookup } from './lookups.ts'
import { memberships } from './memberships.ts'
import { migrations } from './migrations.ts'
import { standingIn } from './people/standing-in.ts'
import { deriveNames } from './parties/names.ts'
import { partyDocument, partyFiles, router } from './router.ts'
import { superiors } from './superiors.ts'
import { whiteListConnection } from './white-list/connection.ts'

export * from './people/index.ts'
export type { DirectoryRouter } from './router.ts'

export default defineServer({
  app: directory,
  router,
  models(sequelize) {
    defineModels(sequelize, party)
    deriveNames()
  },
  migrations,
  help: new URL('../../help/', import.meta.url),
  documents: [partyDocument],
  routes(http, system) {
    registerRoutes(http, system, { register: party, rights: rights.party, document: partyDocument })
    attachmentRoutes(http, system, partyFiles)
  },
  belongings: [standingIn, ...registerBelongings(party)],
  memberships,
  superiors,
  connections: [whiteListConnection],
  publishes: { 'directory.person': personLookup, 'directory.party': partyLookup, 'directory.department': departmentLookup },
  sensitive: { [party.id]: sensitiveOf(party) },
  handlers: [
    { ...handle(turnAccounts, () => import('./people/turn-accounts.ts')), cron: '5 0 * * *' },
    { ...handle(checkWhiteList, () => import('./white-list/nightly.ts')), cron: '10 3 * * *' },
  ],
  demo: () => import('./demo.ts'),
})
