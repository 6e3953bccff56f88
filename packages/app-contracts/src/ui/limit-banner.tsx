import { formatDecimal, useText } from '@crm/platform/ui'
import type { Shown } from '@crm/register/ui'
import { Icon } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { warningShare } from '../invoice.ts'
import { invoiceMessages } from '../messages/invoices.ts'

/** Above the tabs of a contract whose limit or value is nearly used up. */
export function LimitBanner(props: { readonly row: Shown }) {
  const text = useText(invoiceMessages)
  const share = () => Number(props.row.usedShare ?? 0)
  return (
    <Show when={share() >= warningShare}>
      <div class={`alert py-2 d-flex gap-2 align-items-center ${share() >= 100 ? 'alert-danger' : 'alert-warning'}`} role="note" data-limit={props.row.usedShare as string}>
        <Icon name="warning" />
        {text('banner', { share: formatDecimal(String(props.row.usedShare)), budget: text(props.row.spendLimit ? 'budget.limit' : 'budget.value') })}
        <A class="ms-auto alert-link" href="?tab=invoices">
          {text('see')}
        </A>
      </div>
    </Show>
  )
}
