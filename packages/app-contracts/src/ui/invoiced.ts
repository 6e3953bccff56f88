import type { Right } from '@crm/platform'
import { type Api, createLive, onChanged } from '@crm/platform/ui'
import type { Shown, View } from '@crm/register/ui'
import type { FilesOf } from '@crm/storage/ui'
import type { InvoiceProcedures } from '../server/invoices.ts'

/** What the parts of a contract's page that show invoices are made with. */
export interface Invoiced {
  readonly view: View
  readonly api: Api<InvoiceProcedures>
  readonly rights: { readonly add: Right; readonly edit: Right; readonly remove: Right }
  readonly files: FilesOf
  readonly row: Shown
}

/** The invoices of the contract that is shown, fetched again when they change. */
export function createInvoices(props: Invoiced) {
  const invoices = createLive(
    () => props.row.id,
    (documentId) => props.api.list.fetch({ documentId }),
  )
  onChanged(
    () => `${props.view.register.id}:${props.row.id}`,
    () => void invoices.refetch(),
  )
  return invoices
}
