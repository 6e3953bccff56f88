import { defineServer } from '@crm/platform/server'
import { defineModels, registerSees } from '@crm/register/server'
import { directory } from '../directory.ts'
import { party } from '../party.ts'
import { departmentLookup, partyLookup, personLookup } from './lookups.ts'
import { memberships } from './memberships.ts'
import { migrations } from './migrations.ts'
import { router } from './router.ts'

export type { DirectoryRouter } from './router.ts'

export default defineServer({
  app: directory,
  router,
  models: (sequelize) => defineModels(sequelize, party),
  migrations,
  help: new URL('../../help/', import.meta.url),
  memberships,
  publishes: { 'directory.person': personLookup, 'directory.party': partyLookup, 'directory.department': departmentLookup },
  sees: { [party.id]: registerSees(party) },
  demo: () => import('./demo.ts'),
})
