import { createApi } from '@crm/platform/ui'
import { ScansPage } from '@crm/storage/ui'
import { rights } from '../rights.ts'
import type { ContractsRouter } from '../server/index.ts'
import { registersOf } from './registers-of.ts'

const api = createApi<ContractsRouter>('contracts')

/** Scans of contracts of every variant. */
export default function ContractScansPage() {
  return <ScansPage kind="contracts.scans" rights={rights.scans} api={api.scans} registers={registersOf()} />
}
