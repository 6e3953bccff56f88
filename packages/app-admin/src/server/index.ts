import { defineServer } from '@crm/platform/server'
import { admin } from '../admin.ts'
import { serveRightsExport } from './rights-export.ts'
import { router } from './router.ts'

export type { AdminRouter } from './router.ts'

export default defineServer({ app: admin, router, migrations: [], help: new URL('../../help/', import.meta.url), routes: serveRightsExport })
