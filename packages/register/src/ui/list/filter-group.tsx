import { Button, Icon, Popup } from '@crm/widgets/ui'
import { For, Show } from 'solid-js'
import { type Condition, type Filter, isCondition, nodesOf, withNodes } from '../../index.ts'
import { conditionText, FilterEditor } from './filter-editor.tsx'
import type { View } from '../view.ts'
import { useOwnText } from '../words.ts'

const deepest = 2

interface GroupProps {
  readonly view: View
  readonly group: Filter
  readonly depth?: number
  readonly onChange: (group: Filter) => void
}

/** The conditions of a group as chips, groups within it in a frame; each is changed by a click on it. */
export function FilterGroup(props: GroupProps) {
  const text = useOwnText()
  const depth = () => props.depth ?? 0
  const nodes = () => nodesOf(props.group)
  const put = (at: number, node: Condition | Filter | null) => props.onChange(withNodes(props.group, node ? nodes().with(at, node) : nodes().toSpliced(at, 1)))
  const add = (node: Condition | Filter) => props.onChange(withNodes(props.group, [...nodes(), node]))
  return (
    <>
      <Popup button={{ icon: 'funnel', ...(depth() === 0 ? { children: text('filter.add') } : { label: text('filter.add'), look: 'quiet' }) }}>
        {(close) => (
          <FilterEditor
            view={props.view}
            onAdd={(condition) => {
              close()
              add(condition)
            }}
            {...(depth() < deepest
              ? {
                  onAddGroup: () => {
                    close()
                    add('all' in props.group ? { any: [] } : { all: [] })
                  },
                }
              : {})}
          />
        )}
      </Popup>
      <Show when={nodes().length > 1 || depth() > 0}>
        <select
          class="form-select form-select-sm crm-narrow"
          aria-label={text('filter.joint')}
          onChange={(event) => props.onChange(event.currentTarget.value === 'any' ? { any: nodes() } : { all: nodes() })}
        >
          <option value="all" selected={'all' in props.group}>
            {text('filter.all')}
          </option>
          <option value="any" selected={'any' in props.group}>
            {text('filter.any')}
          </option>
        </select>
      </Show>
      <For each={nodes()}>
        {(node, index) =>
          isCondition(node) ? (
            <Chip view={props.view} condition={node} onChange={(next) => put(index(), next)} />
          ) : (
            <span class="crm-chips crm-group" role="group" aria-label={text('filter.group')}>
              <FilterGroup view={props.view} group={node} depth={depth() + 1} onChange={(next) => put(index(), next)} />
              <Button look="quiet" icon="cross" label={text('filter.removeGroup')} onClick={() => put(index(), null)} />
            </span>
          )
        }
      </For>
    </>
  )
}

function Chip(props: { readonly view: View; readonly condition: Condition; readonly onChange: (next: Condition | null) => void }) {
  const text = useOwnText()
  const said = () => conditionText(props.view, props.condition)
  return (
    <span class="crm-chip">
      <Popup button={{ look: 'quiet', children: said(), title: text('filter.change') }}>
        {(close) => (
          <FilterEditor
            view={props.view}
            condition={props.condition}
            onAdd={(next) => {
              close()
              props.onChange(next)
            }}
          />
        )}
      </Popup>
      <button type="button" aria-label={`${text('filter.remove')}: ${said()}`} onClick={() => props.onChange(null)}>
        <Icon name="cross" />
      </button>
    </span>
  )
}
