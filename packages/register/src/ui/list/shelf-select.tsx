import { useCan } from '@crm/platform/ui'
import { useSearchParams } from '@solidjs/router'
import { For } from 'solid-js'
import type { Shelf } from '../../index.ts'
import type { View } from '../view.ts'
import { useOwnText } from '../words.ts'

/** Where records stand, and beside the trash the numbers of those that stand nowhere any more. */
export type ShelfOrVoided = Shelf | 'voided'

/** What of a register is listed; the address bears it. Search and filter stay as they are. */
export function ShelfSelect(props: { readonly view: View; readonly shelf: ShelfOrVoided }) {
  const text = useOwnText()
  const can = useCan()
  const [, setParams] = useSearchParams()
  const shelves = (): ShelfOrVoided[] => ['current', 'archived', 'removed', ...(can(props.view.rights.voided) ? (['voided'] as const) : [])]
  return (
    <select
      class="form-select form-select-sm crm-narrow"
      aria-label={text('shelf')}
      onChange={(event) => setParams({ s: event.currentTarget.value === 'current' ? null : event.currentTarget.value }, { replace: true })}
    >
      <For each={shelves()}>
        {(shelf) => (
          <option value={shelf} selected={props.shelf === shelf}>
            {text(`shelves.${shelf}`)}
          </option>
        )}
      </For>
    </select>
  )
}
