import { For } from 'solid-js'

/** A choice that narrows a list; `undefined` is everything. */
export function NarrowChoice<Value extends string>(props: {
  readonly label: string
  /** What everything is called. */
  readonly all: string
  readonly values: readonly Value[]
  readonly say: (value: Value) => string
  readonly value: Value | undefined
  readonly onChange: (value: Value | undefined) => void
}) {
  return (
    <select
      class="form-select form-select-sm crm-narrow"
      aria-label={props.label}
      onChange={(event) => props.onChange(props.values.find((one) => one === event.currentTarget.value))}
    >
      <option value="">{props.all}</option>
      <For each={props.values}>
        {(one) => (
          <option value={one} selected={one === props.value}>
            {props.say(one)}
          </option>
        )}
      </For>
    </select>
  )
}
