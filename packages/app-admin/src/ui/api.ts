import { createApi } from '@crm/platform/ui'
import type { AdminRouter } from '../server/index.ts'

export const api = createApi<AdminRouter>('admin')
