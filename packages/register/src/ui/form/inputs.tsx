import { moneyOf } from '@crm/platform'
import { DayField, formatDecimal, language } from '@crm/platform/ui'
import { type InputProps, LongInput, Select, Suggest, TextInput } from '@crm/widgets/ui'
import { createSignal, For, type JSX } from 'solid-js'
import type { Field, Kind, Referred } from '../../index.ts'
import type { View } from '../view.ts'
import { useOwnText, words } from '../words.ts'

export interface FieldInputProps {
  readonly view: View
  readonly name: string
  readonly field: Field
  readonly input: InputProps
  readonly value: unknown
  readonly onInput: (value: unknown) => void
}

/** Of every kind but items, whose input is made of these. */
type Single = Exclude<Kind, 'items'>

const orNull = (text: string) => (text === '' ? null : text)

function Text(props: FieldInputProps) {
  return <TextInput input={props.input} value={String(props.value ?? '')} maxLength={props.field.maxLength} onInput={(text) => props.onInput(orNull(text))} />
}

/** Keeps what is typed as it is; hands over the number, or the text where it is none, for the check to name. */
function NumberField(props: FieldInputProps & { readonly read: (typed: string) => unknown; readonly show: (value: unknown) => string }) {
  const [typed, setTyped] = createSignal<string | null>(null)
  return (
    <TextInput
      input={props.input}
      isNumber
      unit={props.field.unit ? words(props.view).unit(props.field.unit) : undefined}
      value={typed() ?? (props.value === null || props.value === undefined ? '' : props.show(props.value))}
      onInput={(text) => {
        setTyped(text)
        props.onInput(text.trim() === '' ? null : props.read(text))
      }}
    />
  )
}

const whole = (typed: string) => (/^\s*-?\d[\d\s]*$/.test(typed) ? Number(typed.replace(/\s/g, '')) : typed)
const decimal = (typed: string) => typed.replace(/[\s\u00a0]/g, '').replace(',', '.')
const shown = (value: unknown) => (/^-?\d+(\.\d+)?$/.test(String(value)) ? formatDecimal(String(value)) : String(value))

function Choice(props: FieldInputProps) {
  const text = useOwnText()
  const options = () => (props.field.choices ?? []).map((choice) => ({ value: choice, label: words(props.view).choice(props.name, choice) }))
  return (
    <Select
      input={props.input}
      options={options()}
      value={String(props.value ?? '')}
      emptyLabel={props.field.presence === 'optional' || !props.value ? text('choose') : undefined}
      onInput={(value) => props.onInput(orNull(value))}
    />
  )
}

function YesNo(props: FieldInputProps) {
  const text = useOwnText()
  return (
    <Select
      input={props.input}
      value={props.value === null || props.value === undefined ? '' : props.value ? 'yes' : 'no'}
      emptyLabel={props.field.presence === 'optional' || props.value === null ? text('choose') : undefined}
      options={[
        { value: 'yes', label: text('yes') },
        { value: 'no', label: text('no') },
      ]}
      onInput={(value) => props.onInput(value === '' ? null : value === 'yes')}
    />
  )
}

const finder = (props: FieldInputProps) => (text: string) => props.view.api.lookup.fetch({ field: props.name, text, limit: 20 })

function Reference(props: FieldInputProps) {
  const text = useOwnText()
  return (
    <Suggest input={props.input} nothing={text('nothingFound')} shown={(props.value as Referred | null)?.label ?? ''} find={finder(props)} onPick={(one) => props.onInput(one)} />
  )
}

function References(props: FieldInputProps) {
  const text = useOwnText()
  const chosen = () => (props.value ?? []) as readonly Referred[] // what this input hands over
  return (
    <>
      <Suggest
        input={props.input}
        nothing={text('nothingFound')}
        shown=""
        isClearedAfter
        find={finder(props)}
        onPick={(one) => one && !chosen().some((known) => known.id === one.id) && props.onInput([...chosen(), one])}
      />
      <div class="crm-chips mt-1">
        <For each={chosen()}>
          {(one) => (
            <span class="crm-chip">
              {one.label}
              <button type="button" aria-label={`${text('remove')}: ${one.label}`} onClick={() => props.onInput(chosen().filter((known) => known.id !== one.id))}>
                ✕
              </button>
            </span>
          )}
        </For>
      </div>
    </>
  )
}

function Tags(props: FieldInputProps) {
  const text = useOwnText()
  const [typed, setTyped] = createSignal('')
  const tags = () => (props.value ?? []) as readonly string[] // what this input hands over
  const add = () => {
    const tag = typed().trim()
    if (tag !== '' && !tags().includes(tag)) props.onInput([...tags(), tag])
    setTyped('')
  }
  return (
    <div
      onFocusOut={add}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || typed() === '') return
        event.preventDefault()
        add()
      }}
    >
      <TextInput input={props.input} value={typed()} maxLength={40} onInput={setTyped} />
      <div class="crm-chips mt-1">
        <For each={tags()}>
          {(tag) => (
            <span class="crm-chip">
              {tag}
              <button type="button" aria-label={`${text('remove')}: ${tag}`} onClick={() => props.onInput(tags().length === 1 ? null : tags().filter((known) => known !== tag))}>
                ✕
              </button>
            </span>
          )}
        </For>
      </div>
    </div>
  )
}

/** The input of each kind: a new kind does not compile without one. */
const inputs: Record<Single, (props: FieldInputProps) => JSX.Element> = {
  text: Text,
  code: Text,
  longText: (props) => <LongInput input={props.input} value={String(props.value ?? '')} maxLength={props.field.maxLength} onInput={(text) => props.onInput(orNull(text))} />,
  integer: (props) => <NumberField {...props} read={whole} show={shown} />,
  decimal: (props) => <NumberField {...props} read={decimal} show={shown} />,
  money: (props) => <NumberField {...props} read={(typed) => moneyOf(typed) ?? typed} show={shown} />,
  day: (props) => <DayField input={props.input} value={String(props.value ?? '')} onInput={(day) => props.onInput(orNull(day))} />,
  moment: (props) => (
    <TextInput
      input={props.input}
      type="datetime-local"
      value={String(props.value ?? '').slice(0, 16)}
      onInput={(text) => props.onInput(text === '' ? null : new Date(text).toISOString())}
    />
  ),
  choice: Choice,
  yesNo: YesNo,
  tags: Tags,
  reference: Reference,
  references: References,
}

export function FieldInput(props: FieldInputProps): JSX.Element {
  return <div lang={language()}>{props.field.kind === 'items' ? null : inputs[props.field.kind](props)}</div>
}
