import { Button } from '@crm/widgets/ui'
import { type JSX, Show } from 'solid-js'
import { nodesOf, noFilter } from '../../index.ts'
import type { ListState } from './address.ts'
import type { View } from '../view.ts'
import { useOwnText } from '../words.ts'
import { FilterGroup } from './filter-group.tsx'
import { SearchInput } from './search-input.tsx'
import { ShelfSelect } from './shelf-select.tsx'

/** Search, chips of what is filtered, and adding to it. */
export function FilterBar(props: { readonly view: View; readonly state: ListState; readonly onChange: (change: Partial<ListState>) => void; readonly children?: JSX.Element }) {
  const text = useOwnText()
  return (
    <div class="crm-chips mb-2" role="search">
      <SearchInput value={props.state.search} onSearch={(search) => props.onChange({ search })} />
      <ShelfSelect view={props.view} shelf={props.state.shelf} />
      {props.children}
      <FilterGroup view={props.view} group={props.state.filter} onChange={(filter) => props.onChange({ filter })} />
      <Show when={nodesOf(props.state.filter).length > 0}>
        <Button look="quiet" onClick={() => props.onChange({ filter: noFilter })}>
          {text('filter.clear')}
        </Button>
      </Show>
    </div>
  )
}
