import type { PlatformRouter } from '../server/index.ts'
import { createApi } from './api.ts'

export const platformApi = createApi<PlatformRouter>('platform')
