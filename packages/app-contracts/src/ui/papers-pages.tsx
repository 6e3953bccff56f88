import { createApi } from '@crm/platform/ui'
import { CountingPage, type PaperPlaces, PapersPage } from '@crm/storage/ui'
import { rights } from '../rights.ts'
import type { ContractsRouter } from '../server/index.ts'
import { registersOf } from './registers-of.ts'

const api = createApi<ContractsRouter>('contracts')
const places = (): PaperPlaces => ({ kind: 'contracts.papers', path: '/contracts/papers', rights: rights.papers, api: api.papers, registers: registersOf() })

/** Where the papers of contracts lie, and counting them. */
export const papersPages = { Places: () => <PapersPage {...places()} />, Counting: () => <CountingPage {...places()} /> }
