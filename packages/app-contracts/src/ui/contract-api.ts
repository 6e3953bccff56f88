import { createApi } from '@crm/platform/ui'
import type { ContractsRouter } from '../server/index.ts'
import type { variants } from '../variants.ts'

export type Entity = keyof typeof variants

export const api = createApi<ContractsRouter>('contracts')
