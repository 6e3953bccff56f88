import { dayOf } from '@crm/platform'
import { formatDay, formatDecimal, formatMoney, useText } from '@crm/platform/ui'
import type { Shown } from '@crm/register/ui'
import { Show } from 'solid-js'
import type { ContractRow } from '../fields.ts'
import { budgetOf, forecast, type Invoice, usedShare, warningShare } from '../invoice.ts'
import { invoiceMessages } from '../messages/invoices.ts'

/** How much was invoiced against the limit or value as its terms are today, and where the pace leads. */
export function InvoiceSum(props: { readonly row: Shown; readonly terms: ContractRow; readonly invoices: readonly Invoice[] }) {
  const text = useText(invoiceMessages)
  const today = dayOf(new Date())
  const total = () => String(props.row.invoicedTotal ?? '0.00')
  const money = (amount: string) => formatMoney(amount, props.terms.currency)
  const budget = () => budgetOf(props.terms, today)
  const what = () => text(props.terms.spendLimit === null ? 'budget.value' : 'budget.limit')
  const share = () => usedShare(total(), budget())
  const led = () => forecast({ total: total(), budget: budget(), startsOn: props.terms.startsOn, end: props.row.nextEndOn as string | null, today }) // a day of the row
  /** What is used up already needs no foretelling. */
  const usedUpLater = () => {
    const on = led()?.usedUpOn ?? null
    return on !== null && on > today ? on : null
  }
  return (
    <section class="crm-section">
      <div class="d-flex flex-wrap gap-3 align-items-baseline">
        <span>
          {text('total', { basis: text(`basis.${props.terms.priceBasis}`) })}: <strong data-sum>{money(total())}</strong>
        </span>
        <Show when={share()}>
          {(known) => <span class="crm-quiet">{text('ofBudget', { share: formatDecimal(known()), budget: `${what()} ${money(budget() ?? '0.00')}` })}</span>}
        </Show>
      </div>
      <Show when={share()}>
        {(known) => (
          <div class="progress my-2" role="progressbar" aria-label={text('tab')} aria-valuenow={Number(known())} aria-valuemin={0} aria-valuemax={100}>
            <div
              class={`progress-bar ${Number(known()) >= 100 ? 'bg-danger' : Number(known()) >= warningShare ? 'bg-warning' : 'bg-success'}`}
              style={{ width: `${Math.min(Number(known()), 100)}%` }}
            />
          </div>
        )}
      </Show>
      <Show when={led()}>
        {(known) => (
          <p class="crm-quiet mb-0">
            <Show when={known().totalAtEnd}>{(amount) => text('atEnd', { total: money(amount()) })}</Show>
            <Show when={usedUpLater()}>{(on) => ` · ${text('usedUp', { what: what(), on: formatDay(on()) })}`}</Show>
          </p>
        )}
      </Show>
      <Show when={props.invoices.some((invoice) => invoice.currency !== props.terms.currency)}>
        <p class="crm-quiet mb-0">{text('elsewhere')}</p>
      </Show>
    </section>
  )
}
