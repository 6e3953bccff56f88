import { sentenceOf } from '@crm/platform/ui'
import { defineView, type RegisterView, type View } from '@crm/register/ui'
import { Attachments } from '@crm/storage/ui'
import type { FieldMap } from '@crm/register'
import type { Beside } from '../contract-dates.ts'
import { annexMessages } from '../messages/annexes.ts'
import { messages } from '../messages/index.ts'
import { rights } from '../rights.ts'
import { variants } from '../variants.ts'
import { AnnexBanner } from './annex-banner.tsx'
import { AnnexesTab } from './annexes-tab.tsx'
import { api, type Entity } from './contract-api.ts'

export type { Entity }

const annexText = (key: string) => sentenceOf(annexMessages, key)

/** What the pages of a variant are made from. */
export function contractView(entity: Entity): View {
  const { register } = variants[entity]
  const { files, annexes, ...own } = rights[entity]
  const view = {
    register,
    api: api[entity],
    rights: own,
    messages,
    entity,
    path: `/contracts/${entity}`,
    badges: { status: { draft: 'secondary', active: 'success', terminating: 'warning', ended: 'secondary' } },
    files: (documentId: number) => <Attachments kind={register.id} documentId={documentId} rights={files} api={api[entity].files} />,
  }
  const made: View = paired(view)
  const annexed = { view: made, api: api[entity].annexes, rights: annexes }
  return {
    ...made,
    beside: async (documentId) => ({ annexes: await api[entity].annexes.list.fetch({ documentId }) }) satisfies Beside,
    banner: (row) => <AnnexBanner {...annexed} row={row} />,
    tabs: [{ id: 'annexes', label: () => annexText('tab'), right: own.view, content: (row) => <AnnexesTab {...annexed} row={row} /> }],
  }
}

/** @param view of one variant */
function paired(view: object): View {
  // The compiler cannot pair a register with its own procedures across the list; both are looked up by the same name.
  return defineView(view as unknown as RegisterView<FieldMap>)
}
