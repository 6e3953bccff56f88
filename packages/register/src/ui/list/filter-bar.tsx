import { Button } from '@crm/widgets/ui'
import { For, type JSX, Show } from 'solid-js'
import { nodesOf, noFilter } from '../../index.ts'
import { type ListState, readAddress } from './address.ts'
import { FilterGroup } from './filter-group.tsx'
import type { View } from '../view.ts'
import { useOwnText } from '../words.ts'

const pauseMs = 250

/** Search, chips of what is filtered, and adding to it. */
export function FilterBar(props: { readonly view: View; readonly state: ListState; readonly onChange: (state: ListState) => void; readonly children?: JSX.Element }) {
  const text = useOwnText()
  let timer: ReturnType<typeof setTimeout> | undefined
  const set = (change: Partial<ListState>) => props.onChange({ ...props.state, ...change })
  const search = (value: string) => {
    clearTimeout(timer)
    timer = setTimeout(() => set({ search: value }), pauseMs)
  }
  return (
    <div class="crm-chips mb-2" role="search">
      <input
        id="register-search"
        type="search"
        class="form-control form-control-sm w-auto flex-grow-1"
        placeholder={text('search')}
        aria-label={text('search')}
        maxLength={200}
        value={props.state.search}
        onInput={(event) => search(event.currentTarget.value)}
      />
      <select class="form-select form-select-sm crm-narrow" aria-label={text('shelf')} onChange={(event) => set({ shelf: readAddress({ s: event.currentTarget.value }).shelf })}>
        <For each={['current', 'archived', 'removed'] as const}>
          {(shelf) => (
            <option value={shelf} selected={props.state.shelf === shelf}>
              {text(`shelves.${shelf}`)}
            </option>
          )}
        </For>
      </select>
      {props.children}
      <FilterGroup view={props.view} group={props.state.filter} onChange={(filter) => set({ filter })} />
      <Show when={nodesOf(props.state.filter).length > 0}>
        <Button look="quiet" onClick={() => set({ filter: noFilter })}>
          {text('filter.clear')}
        </Button>
      </Show>
    </div>
  )
}
