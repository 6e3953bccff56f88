import { createLive, FailureMessage, formatDay, formatMoment, onChanged, useText } from '@crm/platform/ui'
import { Message, Skeleton } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { paperMessages } from '../../messages/papers.ts'
import { pathOf } from '../sort-part.tsx'
import type { PaperPlaces } from './papers-page.tsx'

/** Who has which paper; the longest overdue first. */
export function LoansTab(props: PaperPlaces) {
  const text = useText(paperMessages)
  const loans = createLive(
    () => '',
    () => props.api.loans.fetch(),
  )
  onChanged(
    () => '',
    () => void loans.refetch(),
  )
  return (
    <Show when={!loans.error()} fallback={<FailureMessage error={loans.error()} again={() => void loans.refetch()} />}>
      <Show when={loans.value()} fallback={<Skeleton lines={6} label={text('loading')} />}>
        {(known) => (
          <Show when={known().length > 0} fallback={<Message title={text('loansEmpty')} />}>
            <div class="table-responsive">
              <table class="table table-sm crm-plain">
                <thead>
                  <tr>
                    <th scope="col">{text('document')}</th>
                    <th scope="col">{text('columns.holder')}</th>
                    <th scope="col">{text('dueOn')}</th>
                    <th scope="col">{text('lentBy')}</th>
                    <th scope="col">{text('place')}</th>
                    <th scope="col">{text('note')}</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={known()}>
                    {(loan) => (
                      <tr data-loan={loan.isOverdue ? 'overdue' : 'lent'}>
                        <td>
                          <A href={pathOf(props.registers, loan.document)}>{loan.number}</A> · {loan.title}
                        </td>
                        <td>{loan.holder}</td>
                        <td>
                          {loan.dueOn ? formatDay(loan.dueOn) : '—'}{' '}
                          <Show when={loan.isOverdue}>
                            <span class="badge text-bg-danger">{text('overdue')}</span>
                          </Show>
                        </td>
                        <td>
                          {loan.by} · {formatMoment(loan.at)}
                        </td>
                        <td>{loan.place}</td>
                        <td>{loan.note}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </div>
          </Show>
        )}
      </Show>
    </Show>
  )
}
