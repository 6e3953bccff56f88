import { formatMoney } from '@crm/platform/ui'
import { createResource, For, Show } from 'solid-js'
import type { Selection, Total } from '../../index.ts'
import type { View } from '../view.ts'
import { useOwnText, words } from '../words.ts'

/** What the visible amounts come to over everything that the filter finds; asked for after the rows and never waited for. */
export function Totals(props: { readonly view: View; readonly fields: readonly string[]; readonly selection: Selection; readonly version: number }) {
  const text = useOwnText()
  const [totals] = createResource(
    () => props.fields.length > 0 && { ...props.selection, fields: props.fields, version: props.version },
    ({ version: _version, ...asked }): Promise<readonly Total[]> => props.view.api.totals.fetch(asked).catch(() => []),
  )
  const sums = (field: string) => (totals.latest ?? []).filter((total) => total.field === field)
  return (
    <Show when={(totals.latest ?? []).length > 0}>
      <div class="crm-totals" role="status" aria-label={text('totals')}>
        <strong>{text('totals')}</strong>
        <For each={props.fields.filter((field) => sums(field).length > 0)}>
          {(field) => (
            <span>
              {words(props.view).field(field)}:{' '}
              {sums(field)
                .map(({ sum, currency }) => formatMoney(sum, currency))
                .join(' · ')}
            </span>
          )}
        </For>
      </div>
    </Show>
  )
}
