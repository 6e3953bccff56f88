import { For, Show } from 'solid-js'
import type { InputProps } from './field.tsx'

export interface Option {
  readonly value: string
  readonly label: string
}

export function Select(props: {
  readonly input: InputProps
  readonly options: readonly Option[]
  readonly value: string
  readonly onInput: (value: string) => void
  readonly emptyLabel?: string | undefined
}) {
  return (
    <select
      id={props.input.id}
      class="form-select form-select-sm"
      classList={{ 'is-invalid': props.input.isInvalid }}
      aria-invalid={props.input.isInvalid}
      aria-describedby={props.input.describedBy}
      onChange={(event) => props.onInput(event.currentTarget.value)}
    >
      <Show when={props.emptyLabel !== undefined}>
        <option value="" selected={props.value === ''}>
          {props.emptyLabel}
        </option>
      </Show>
      <For each={props.options}>
        {(option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        )}
      </For>
    </select>
  )
}
