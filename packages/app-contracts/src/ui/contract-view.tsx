import { person, sentenceOf } from '@crm/platform/ui'
import { defineView, mine, type RegisterView, type View } from '@crm/register/ui'
import { Attachments, FilesFound, LabelButton, PaperButton, PaperLine } from '@crm/storage/ui'
import type { FieldMap } from '@crm/register'
import type { Beside } from '../contract-dates.ts'
import { annexMessages } from '../messages/annexes.ts'
import { invoiceMessages } from '../messages/invoices.ts'
import { messages } from '../messages/index.ts'
import { rights } from '../rights.ts'
import { variants } from '../variants.ts'
import { AnnexBanner } from './annex-banner.tsx'
import { AnnexesTab } from './annexes-tab.tsx'
import { api, type Entity } from './contract-api.ts'
import { filesOf } from './contract-files.ts'
import { FromPdf } from './from-pdf/from-pdf.tsx'
import { InvoicesTab } from './invoices-tab.tsx'
import { LimitBanner } from './limit-banner.tsx'

export type { Entity }

/** What the pages of a variant are made from. */
export function contractView(entity: Entity): View {
  const { register } = variants[entity]
  const files = filesOf(entity)
  const { files: _files, annexes, invoices, label, paper, ...own } = rights[entity]
  const papers = { kind: register.id, rights: paper, api: api[entity].paper }
  const view = {
    register,
    api: api[entity],
    rights: own,
    messages,
    entity,
    path: `/contracts/${entity}`,
    badges: { status: { draft: 'secondary', active: 'success', terminating: 'warning', ended: 'secondary' } },
    files: (documentId: number) => <Attachments {...files} documentId={documentId} />,
    filesFound: (search: string) => <FilesFound search={search} path={`/contracts/${entity}`} api={api[entity].files} />,
    actions: (documentId: number) => <LabelButton kind={register.id} documentIds={[documentId]} rights={label} api={api[entity].labels} />,
    manyActions: (documentIds: readonly number[]) => (
      <>
        <LabelButton kind={register.id} documentIds={documentIds} rights={label} api={api[entity].labels} />
        <PaperButton {...papers} documentIds={documentIds} />
      </>
    ),
  }
  const made: View = paired(view)
  const annexed = { view: made, api: api[entity].annexes, rights: annexes, files }
  const invoiced = { view: made, api: api[entity].invoices, rights: invoices, files }
  return {
    ...made,
    fillIn: (form) => <FromPdf view={{ ...made, register: mine(made.register) }} form={form} right={own.create} />,
    beside: async (documentId) => {
      const isOpen = person()?.rights.includes(own.amounts.id) ?? false
      const [known, sent] = await Promise.all([api[entity].annexes.list.fetch({ documentId }), isOpen ? api[entity].invoices.list.fetch({ documentId }) : []])
      return { annexes: known, invoices: sent } satisfies Beside
    },
    banner: (row) => (
      <>
        <LimitBanner row={row} />
        <div class="crm-at-once">
          <PaperLine {...papers} documentId={row.id} />
          <AnnexBanner {...annexed} row={row} />
        </div>
      </>
    ),
    tabs: [
      { id: 'annexes', label: () => sentenceOf(annexMessages, 'tab'), right: own.view, content: (row) => <AnnexesTab {...annexed} row={row} /> },
      {
        id: 'invoices',
        label: () => sentenceOf(invoiceMessages, 'tab'),
        right: own.amounts,
        content: (row) => <InvoicesTab {...invoiced} annexes={api[entity].annexes} row={row} />,
      },
    ],
  }
}

/** @param view of one variant */
function paired(view: object): View {
  // The compiler cannot pair a register with its own procedures across the list; both are looked up by the same name.
  return defineView(view as unknown as RegisterView<FieldMap>)
}
