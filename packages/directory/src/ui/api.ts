import { createApi } from '@crm/platform/ui'
import type { DirectoryRouter } from '../server/index.ts'

export const api = createApi<DirectoryRouter>('directory')
