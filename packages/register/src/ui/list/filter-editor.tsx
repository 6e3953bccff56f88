import { Button, FormField, Select } from '@crm/widgets/ui'
import { createSignal, Show, untrack } from 'solid-js'
import { type Condition, type FilterWords, needsValue, type Operator, operatorsOf, sayCondition } from '../../index.ts'
import { textOf } from '../cells.tsx'
import { FilterValue } from './filter-value.tsx'
import type { View } from '../view.ts'
import { ownText, useOwnText, words } from '../words.ts'

/** Names of documents that conditions lead to, as far as they were seen. */
const labels = new Map<string, string>()

const wordsFor = (view: View): FilterWords => ({
  field: words(view).field,
  operator: (op) => ownText(`operators.${op}`),
  value: (name, field, value) =>
    field.target ? (labels.get(`${field.target}:${String(value)}`) ?? `#${String(value)}`) : textOf({ view, name, field, value, sibling: () => null }),
  and: ownText('filter.and'),
  or: ownText('filter.or'),
})

/** A condition as a person says it. */
export const conditionText = (view: View, condition: Condition) => sayCondition(condition, view.register, wordsFor(view))

/** One condition: column, operator, value; begins with the condition that is changed. */
export function FilterEditor(props: { readonly view: View; readonly condition?: Condition; readonly onAdd: (condition: Condition) => void; readonly onAddGroup?: () => void }) {
  const text = useOwnText()
  // A register's fields never change while it is shown.
  const names = untrack(() => Object.keys(props.view.register.fields))
  const begun = untrack(() => props.condition)
  const [name, setName] = createSignal(begun?.field ?? names[0] ?? '')
  const [op, setOp] = createSignal<Operator | null>(begun?.op ?? null)
  const [value, setValue] = createSignal<Condition['value']>(begun?.value)
  const field = () => props.view.register.fields[name()]
  const known = (): readonly Operator[] => operatorsOf(field() ?? { kind: 'text', presence: 'optional' })
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
            labelOf={(id) => labels.get(`${declared.target}:${id}`)}
            onLabel={(id, label) => labels.set(`${declared.target}:${id}`, label)}
          />
        )}
      </Show>
      <Button type="submit" look="primary" disabled={!isReady()}>
        {text('filter.apply')}
      </Button>
      <Show when={props.onAddGroup}>
        <Button onClick={() => props.onAddGroup?.()}>{text('filter.addGroup')}</Button>
      </Show>
    </form>
  )
}
