import { createApi } from '@crm/platform/ui'
import { defineView, type RegisterView, type View } from '@crm/register/ui'
import { Attachments, LabelButton } from '@crm/storage/ui'
import type { FieldMap } from '@crm/register'
import { messages } from '../messages/index.ts'
import { rights } from '../rights.ts'
import type { ContractsRouter } from '../server/index.ts'
import { variants } from '../variants.ts'

export type Entity = keyof typeof variants

const api = createApi<ContractsRouter>('contracts')

/** What the pages of a variant are made from. */
export function contractView(entity: Entity): View {
  const { register } = variants[entity]
  const { files, label, ...own } = rights[entity]
  const view = {
    register,
    api: api[entity],
    rights: own,
    messages,
    entity,
    path: `/contracts/${entity}`,
    badges: { status: { draft: 'secondary', active: 'success', terminating: 'warning', ended: 'secondary' } },
    files: (documentId: number) => <Attachments kind={register.id} documentId={documentId} rights={files} api={api[entity].files} />,
    actions: (documentId: number) => <LabelButton kind={register.id} documentId={documentId} rights={label} api={api[entity].labels} />,
  }
  // The compiler cannot pair a register with its own procedures across the list; both are looked up by the same name.
  return defineView(view as unknown as RegisterView<FieldMap>)
}
