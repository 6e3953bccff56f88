import { createApi, sentenceOf } from '@crm/platform/ui'
import { ScansPage } from '@crm/storage/ui'
import { messages } from '../messages/index.ts'
import { rights } from '../rights.ts'
import type { ContractsRouter } from '../server/index.ts'
import { variants } from '../variants.ts'

const api = createApi<ContractsRouter>('contracts')

/** Scans of contracts of every variant. */
export default function ContractScansPage() {
  const registers = () =>
    Object.entries(variants).map(([entity, { register }]) => ({ kind: register.id, title: sentenceOf(messages, `${entity}.title`), path: `/contracts/${entity}` }))
  return <ScansPage kind="contracts.scans" rights={rights.scans} api={api.scans} registers={registers()} />
}
