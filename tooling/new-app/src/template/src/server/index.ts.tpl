import { defineServer } from '@crm/platform/server'
import { defineModels, registerRoutes } from '@crm/register/server'
import { __camel__ } from '../__name__.ts'
import { entry } from '../entry.ts'
import { migrations } from './migrations.ts'
import { rights } from '../rights.ts'
import { entryDocument, router } from './router.ts'

export type { __Pascal__Router } from './router.ts'

export default defineServer({
  app: __camel__,
  router,
  models: (sequelize) => defineModels(sequelize, entry),
  migrations,
  documents: [entryDocument],
  routes: (http, system) => registerRoutes(http, system, { register: entry, rights: rights.entry, document: entryDocument }),
  help: new URL('../../help/', import.meta.url),
})
