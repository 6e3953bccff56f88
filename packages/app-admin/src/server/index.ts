import { defineServer, handle } from '@crm/platform/server'
import { admin } from '../admin.ts'
import { publishHead } from '../jobs.ts'
import { serveImportUpload } from './import-upload.ts'
import { serveJournalExport } from './journal-export.ts'
import { serveRightsExport } from './rights-export.ts'
import { router } from './router.ts'

export type { AdminRouter } from './router.ts'

export default defineServer({
  app: admin,
  router,
  migrations: [],
  help: new URL('../../help/', import.meta.url),
  handlers: [{ ...handle(publishHead, () => import('./publish-head.ts')), cron: '55 5 * * *' }],
  routes(http, system) {
    serveRightsExport(http, system)
    serveJournalExport(http, system)
    serveImportUpload(http, system)
  },
})
