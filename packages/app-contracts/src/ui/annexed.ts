import type { Right } from '@crm/platform'
import { type Api, createLive, onChanged } from '@crm/platform/ui'
import type { Shown, View } from '@crm/register/ui'
import type { FilesOf } from '@crm/storage/ui'
import type { AnnexProcedures } from '../server/annexes.ts'

/** What the parts of a contract's page that show annexes are made with. */
export interface Annexed {
  readonly view: View
  readonly api: Api<AnnexProcedures>
  readonly rights: { readonly add: Right; readonly edit: Right; readonly remove: Right }
  readonly files: FilesOf
  readonly row: Shown
}

/** The annexes of the contract that is shown, fetched again when they change. */
export function createAnnexes(props: Annexed) {
  const annexes = createLive(
    () => props.row.id,
    (documentId) => props.api.list.fetch({ documentId }),
  )
  onChanged(
    () => `${props.view.register.id}:${props.row.id}`,
    () => void annexes.refetch(),
  )
  return annexes
}
