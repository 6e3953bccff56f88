import { dayOf } from '@crm/platform'
import { type Api, createLive, FailureMessage, failureOf, failureText, formatDay, formatMoney, onChanged, RightButton, useText } from '@crm/platform/ui'
import { AskDialog, Message, Skeleton, toast } from '@crm/widgets/ui'
import { createPartFiles, PartFilesButton, PartFilesDialog } from '@crm/storage/ui'
import type { DocumentPart } from '@crm/storage'
import { createSignal, For, Match, Show, Switch, untrack } from 'solid-js'
import { termsAsOf } from '../annex.ts'
import type { ContractRow } from '../fields.ts'
import type { Invoice } from '../invoice.ts'
import type { AnnexProcedures } from '../server/annexes.ts'
import { invoiceMessages } from '../messages/invoices.ts'
import { invoicePart } from '../part.ts'
import { InvoiceDialog } from './invoice-dialog.tsx'
import { InvoiceSum } from './invoice-sum.tsx'
import { createInvoices, type Invoiced } from './invoiced.ts'

/** The invoices of a contract, their sum against its limit or value, and where it leads. */
export function InvoicesTab(props: Invoiced & { readonly annexes: Api<AnnexProcedures> }) {
  const text = useText(invoiceMessages)
  const invoices = createInvoices(props)
  const annexes = createLive(
    () => props.row.id,
    (documentId) => props.annexes.list.fetch({ documentId }),
  )
  onChanged(
    () => `${props.view.register.id}:${props.row.id}`,
    () => void annexes.refetch(),
  )
  const [edited, setEdited] = createSignal<Invoice | 'new' | null>(null)
  const [removed, setRemoved] = createSignal<Invoice | null>(null)
  const [opened, setOpened] = createSignal<DocumentPart | null>(null)
  const ofPart = createPartFiles(
    untrack(() => props.files),
    () => props.row.id,
  )
  const filesIn = (invoice: Invoice) => ofPart(invoicePart(invoice)).length
  const terms = () => termsAsOf(props.row as unknown as ContractRow, annexes.value() ?? [], dayOf(new Date())) // a row of this variant
  const isOverdue = (invoice: Invoice) => invoice.paidOn === null && invoice.dueOn < dayOf(new Date())
  const remove = async (invoice: Invoice) => {
    setRemoved(null)
    try {
      await props.api.remove.run({ documentId: props.row.id, id: invoice.id, version: invoice.version })
      toast({ text: text('removed') })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    await invoices.refetch()
  }
  return (
    <>
      <Switch fallback={<Skeleton lines={5} label={text('loading')} />}>
        <Match when={invoices.error()}>
          <FailureMessage error={invoices.error()} again={() => void invoices.refetch()} />
        </Match>
        <Match when={invoices.value()}>
          {(known) => (
            <>
              <Show when={known().length > 0}>
                <InvoiceSum row={props.row} terms={terms()} invoices={known()} />
              </Show>
              <section class="crm-section">
                <div class="d-flex align-items-center mb-2">
                  <h2 class="mb-0">{text('tab')}</h2>
                  <Show when={props.row.shelf === 'current'}>
                    <RightButton class="ms-auto" right={props.rights.add} look="primary" icon="plus" onClick={() => setEdited('new')}>
                      {text('add')}
                    </RightButton>
                  </Show>
                </div>
                <Show when={known().length > 0} fallback={<Message title={text('none')} body={text('noneWhy')} />}>
                  <div class="table-responsive">
                    <table class="table table-sm align-middle mb-0" aria-label={text('tab')}>
                      <thead>
                        <tr>
                          <For each={['number', 'seller', 'issuedOn', 'dueOn', 'paidOn'] as const}>{(name) => <th scope="col">{text(name)}</th>}</For>
                          <For each={['net', 'vat', 'gross'] as const}>
                            {(name) => (
                              <th scope="col" class="text-end">
                                {text(name)}
                              </th>
                            )}
                          </For>
                          <th scope="col">
                            <span class="visually-hidden">{text('actions')}</span>
                          </th>
                        </tr>
                      </thead>
                      <tbody>
                        <For each={known()}>
                          {(invoice) => (
                            <tr data-invoice={invoice.number}>
                              <th scope="row">
                                {invoice.number}
                                <Show when={invoice.ksefNumber}>{(ksef) => <div class="crm-quiet small fw-normal">{ksef()}</div>}</Show>
                              </th>
                              <td>{invoice.seller}</td>
                              <td>{formatDay(invoice.issuedOn)}</td>
                              <td>{formatDay(invoice.dueOn)}</td>
                              <td>
                                <Show when={invoice.paidOn} fallback={isOverdue(invoice) ? <span class="badge text-bg-danger">{text('overdue')}</span> : '—'}>
                                  {(paid) => formatDay(paid())}
                                </Show>
                              </td>
                              <For each={[invoice.net, invoice.vat, invoice.gross]}>
                                {(amount) => <td class="text-end text-nowrap">{formatMoney(amount, invoice.currency)}</td>}
                              </For>
                              <td class="text-end text-nowrap">
                                <PartFilesButton files={props.files} part={invoicePart(invoice)} count={filesIn(invoice)} onOpen={() => setOpened(invoicePart(invoice))} />
                                <Show when={props.row.shelf === 'current'}>
                                  <RightButton
                                    right={props.rights.edit}
                                    look="quiet"
                                    icon="pencil"
                                    label={`${text('edit')}: ${invoice.number}`}
                                    onClick={() => setEdited(invoice)}
                                  />
                                  <RightButton
                                    right={props.rights.remove}
                                    look="quiet"
                                    icon="trash"
                                    label={`${text('remove')}: ${invoice.number}`}
                                    onClick={() => setRemoved(invoice)}
                                  />
                                </Show>
                              </td>
                            </tr>
                          )}
                        </For>
                      </tbody>
                    </table>
                  </div>
                </Show>
              </section>
            </>
          )}
        </Match>
      </Switch>
      <Show when={opened()} keyed>
        {(part) => <PartFilesDialog files={props.files} documentId={props.row.id} part={part} onClose={() => setOpened(null)} />}
      </Show>
      <Show when={edited()} keyed>
        {(which) => (
          <InvoiceDialog
            {...props}
            invoice={which === 'new' ? null : which}
            onClose={() => setEdited(null)}
            onSaved={() => {
              setEdited(null)
              void invoices.refetch()
            }}
          />
        )}
      </Show>
      <Show when={removed()} keyed>
        {(invoice) => (
          <AskDialog
            title={text('removeAsk', { number: invoice.number })}
            closeLabel={text('close')}
            cancelLabel={text('cancel')}
            doLabel={text('remove')}
            onClose={() => setRemoved(null)}
            onDo={() => void remove(invoice)}
          >
            {`${text('removeWhy')}${filesIn(invoice) > 0 ? ` ${text('filesStay', { count: filesIn(invoice) })}` : ''}`}
          </AskDialog>
        )}
      </Show>
    </>
  )
}
