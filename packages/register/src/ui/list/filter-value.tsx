import { moneyOf } from '@crm/platform'
import { DayField } from '@crm/platform/ui'
import { Checks, FormField, type InputProps, Select, Suggest, TextInput } from '@crm/widgets/ui'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { type Condition, type Field, needsValue, type Operator } from '../../index.ts'
import type { View } from '../view.ts'
import { useOwnText, words } from '../words.ts'

export interface FilterValueProps {
  readonly view: View
  readonly name: string
  readonly field: Field
  readonly op: Operator
  readonly value: Condition['value']
  readonly onInput: (value: Condition['value']) => void
  readonly labelOf: (id: number) => string | undefined
  /** Names of chosen documents, remembered for the chip. */
  readonly onLabel: (id: number, label: string) => void
}

/** What is asked of a field, by its kind and the operator. */
export function FilterValue(props: FilterValueProps) {
  const text = useOwnText()
  const isDay = () => props.field.kind === 'day' || props.field.kind === 'moment'
  const isNumber = () => props.field.kind === 'integer' || props.field.kind === 'decimal' || props.field.kind === 'money'
  const pair = () => (Array.isArray(props.value) ? props.value.map(String) : ['', ''])
  const set = (at: 0 | 1, value: string) => props.onInput(at === 0 ? [value, pair()[1] ?? ''] : [pair()[0] ?? '', value])
  return (
    <Show when={needsValue(props.op)}>
      <Switch
        fallback={
          <FormField label={text('filter.value')}>
            {(input) => (
              <TextInput input={input} value={String(props.value ?? '')} isNumber={isNumber()} onInput={(value) => props.onInput(isNumber() ? numberOf(value) : value)} />
            )}
          </FormField>
        }
      >
        <Match when={props.op === 'lastDays' || props.op === 'nextDays'}>
          <FormField label={text('filter.days')}>
            {(input) => <TextInput input={input} isNumber value={String(props.value ?? '')} onInput={(value) => props.onInput(/^\d+$/.test(value) ? Number(value) : value)} />}
          </FormField>
        </Match>
        <Match when={props.op === 'between'}>
          <div class="d-flex gap-2">
            <FormField label={text('filter.value')}>
              {(input) => <Bound input={input} isDay={isDay()} isNumber={isNumber()} value={pair()[0] ?? ''} onInput={(value) => set(0, value)} />}
            </FormField>
            <FormField label={text('filter.to')}>
              {(input) => <Bound input={input} isDay={isDay()} isNumber={isNumber()} value={pair()[1] ?? ''} onInput={(value) => set(1, value)} />}
            </FormField>
          </div>
        </Match>
        <Match when={isDay()}>
          <FormField label={text('filter.value')}>{(input) => <DayField input={input} value={String(props.value ?? '')} onInput={props.onInput} />}</FormField>
        </Match>
        <Match when={props.field.kind === 'choice'}>
          <Choices {...props} />
        </Match>
        <Match when={props.field.kind === 'yesNo'}>
          <FormField label={text('filter.value')}>
            {(input) => (
              <Select
                input={input}
                value={props.value === false ? 'no' : 'yes'}
                options={[
                  { value: 'yes', label: text('yes') },
                  { value: 'no', label: text('no') },
                ]}
                onInput={(value) => props.onInput(value === 'yes')}
              />
            )}
          </FormField>
        </Match>
        <Match when={props.field.target}>
          <Documents {...props} />
        </Match>
      </Switch>
    </Show>
  )
}

/** One end of a range. */
function Bound(props: { readonly input: InputProps; readonly isDay: boolean; readonly isNumber: boolean; readonly value: string; readonly onInput: (value: string) => void }) {
  return (
    <Show
      when={props.isDay}
      fallback={<TextInput input={props.input} isNumber={props.isNumber} value={props.value} onInput={(value) => props.onInput(props.isNumber ? numberOf(value) : value)} />}
    >
      <DayField input={props.input} value={props.value} onInput={props.onInput} />
    </Show>
  )
}

const numberOf = (typed: string) => moneyOf(typed) ?? typed.trim().replace(',', '.')

function Choices(props: FilterValueProps) {
  const chosen = () => (Array.isArray(props.value) ? props.value.map(String) : [])
  return (
    <fieldset class="d-grid gap-1">
      <Checks
        options={(props.field.choices ?? []).map((choice) => ({ value: choice, label: words(props.view).choice(props.name, choice) }))}
        chosen={chosen()}
        onInput={props.onInput}
      />
    </fieldset>
  )
}

function Documents(props: FilterValueProps) {
  const text = useOwnText()
  const [labels, setLabels] = createSignal<Readonly<Record<number, string>>>({})
  const chosen = () => (Array.isArray(props.value) ? props.value.map(Number) : [])
  return (
    <FormField label={text('filter.value')}>
      {(input) => (
        <>
          <Suggest
            input={input}
            shown=""
            isClearedAfter
            nothing={text('nothingFound')}
            find={(typed) => props.view.api.lookup.fetch({ field: props.name, text: typed, limit: 20 })}
            onPick={(one) => {
              if (!one || chosen().includes(one.id)) return
              setLabels({ ...labels(), [one.id]: one.label })
              props.onLabel(one.id, one.label)
              props.onInput([...chosen(), one.id])
            }}
          />
          <div class="crm-chips mt-1">
            <For each={chosen()}>{(id) => <span class="crm-chip pe-2">{labels()[id] ?? props.labelOf(id) ?? `#${id}`}</span>}</For>
          </div>
        </>
      )}
    </FormField>
  )
}
