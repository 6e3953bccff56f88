import { Button, FormField, Icon, Popup, Select } from '@crm/widgets/ui'
import { createSignal, For, Show, untrack } from 'solid-js'
import { type Condition, type FilterWords, needsValue, type Operator, operators, sayCondition } from '../index.ts'
import { type ListState, readAddress } from './address.ts'
import { textOf } from './cells.tsx'
import { FilterValue } from './filter-value.tsx'
import type { View } from './view.ts'
import { ownText, useOwnText, words } from './words.ts'

const pauseMs = 250
const labels = new Map<string, string>()

/** Search, chips of what is filtered, and adding to it. */
export function FilterBar(props: { readonly view: View; readonly state: ListState; readonly onChange: (state: ListState) => void }) {
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
      <Popup button={{ icon: 'funnel', children: text('filter.add') }}>
        {(close) => (
          <FilterEditor
            view={props.view}
            onAdd={(condition) => {
              close()
              set({ conditions: [...props.state.conditions, condition] })
            }}
          />
        )}
      </Popup>
      <Show when={props.state.conditions.length > 1}>
        <select
          class="form-select form-select-sm crm-narrow"
          aria-label={text('filter.operator')}
          onChange={(event) => set({ joint: event.currentTarget.value === 'any' ? 'any' : 'all' })}
        >
          <option value="all" selected={props.state.joint === 'all'}>
            {text('filter.all')}
          </option>
          <option value="any" selected={props.state.joint === 'any'}>
            {text('filter.any')}
          </option>
        </select>
      </Show>
      <For each={props.state.conditions}>
        {(condition, index) => (
          <span class="crm-chip">
            {sentenceOf(props.view, condition)}
            <button
              type="button"
              aria-label={`${text('filter.remove')}: ${sentenceOf(props.view, condition)}`}
              onClick={() => set({ conditions: props.state.conditions.filter((_one, at) => at !== index()) })}
            >
              <Icon name="cross" />
            </button>
          </span>
        )}
      </For>
      <Show when={props.state.conditions.length > 0}>
        <Button look="quiet" onClick={() => set({ conditions: [] })}>
          {text('filter.clear')}
        </Button>
      </Show>
    </div>
  )
}

const wordsFor = (view: View): FilterWords => ({
  field: words(view).field,
  operator: (op) => ownText(`operators.${op}`),
  value: (name, field, value) =>
    field.target ? (labels.get(`${field.target}:${String(value)}`) ?? `#${String(value)}`) : textOf({ view, name, field, value, sibling: () => null }),
  and: ownText('filter.and'),
  or: ownText('filter.or'),
})

const sentenceOf = (view: View, condition: Condition) => sayCondition(condition, view.register, wordsFor(view))

function FilterEditor(props: { readonly view: View; readonly onAdd: (condition: Condition) => void }) {
  const text = useOwnText()
  // A register's fields never change while it is shown.
  const names = untrack(() => Object.keys(props.view.register.fields))
  const [name, setName] = createSignal(names[0] ?? '')
  const [op, setOp] = createSignal<Operator | null>(null)
  const [value, setValue] = createSignal<Condition['value']>(undefined)
  const field = () => props.view.register.fields[name()]
  const known = (): readonly Operator[] => operators[field()?.kind ?? 'text']
  const chosen = () => op() ?? known()[0] ?? 'contains'
  const isReady = () =>
    !needsValue(chosen()) ||
    field()?.kind === 'yesNo' ||
    (Array.isArray(value()) ? (value() as readonly unknown[]).length > 0 && (value() as readonly unknown[]).every((part) => part !== '') : value() !== undefined && value() !== '')
  return (
    <form
      class="d-grid gap-2 p-2"
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        if (isReady()) props.onAdd({ field: name(), op: chosen(), ...(needsValue(chosen()) ? { value: value() ?? true } : {}) })
      }}
    >
      <FormField name="filter-field" label={text('filter.field')}>
        {(input) => (
          <Select
            input={input}
            value={name()}
            options={names.map((one) => ({ value: one, label: words(props.view).field(one) }))}
            onInput={(one) => {
              setName(one)
              setOp(null)
              setValue(undefined)
            }}
          />
        )}
      </FormField>
      <FormField name="filter-op" label={text('filter.operator')}>
        {(input) => (
          <Select
            input={input}
            value={chosen()}
            options={known().map((one) => ({ value: one, label: ownText(`operators.${one}`) }))}
            onInput={(one) => {
              setOp(known().find((operator) => operator === one) ?? null)
              setValue(undefined)
            }}
          />
        )}
      </FormField>
      <Show when={field()} keyed>
        {(declared) => (
          <FilterValue
            view={props.view}
            name={name()}
            field={declared}
            op={chosen()}
            value={value()}
            onInput={setValue}
            onLabel={(id, label) => labels.set(`${declared.target}:${id}`, label)}
          />
        )}
      </Show>
      <Button type="submit" look="primary" disabled={!isReady()}>
        {text('filter.apply')}
      </Button>
    </form>
  )
}
