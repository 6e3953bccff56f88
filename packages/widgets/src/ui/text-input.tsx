import { Show } from 'solid-js'
import type { InputProps } from './field.tsx'

interface TextInputProps {
  readonly input: InputProps
  readonly value: string
  readonly onInput: (value: string) => void
  readonly type?: 'text' | 'datetime-local' | 'password' | 'search'
  readonly maxLength?: number | undefined
  readonly isNumber?: boolean
  readonly unit?: string | undefined
  readonly isDisabled?: boolean
  readonly autocomplete?: string
}

/** One line of text, a day or a number as it is typed; what it means is decided by whoever uses it. */
export function TextInput(props: TextInputProps) {
  const field = () => (
    <input
      id={props.input.id}
      class="form-control form-control-sm"
      classList={{ 'is-invalid': props.input.isInvalid, 'text-end': props.isNumber ?? false }}
      type={props.type ?? 'text'}
      value={props.value}
      maxLength={props.maxLength}
      inputMode={props.isNumber ? 'decimal' : undefined}
      autocomplete={props.autocomplete ?? 'off'}
      disabled={props.isDisabled}
      aria-invalid={props.input.isInvalid}
      aria-describedby={props.input.describedBy}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
  )
  return (
    <Show when={props.unit} fallback={field()}>
      <div class="input-group input-group-sm">
        {field()}
        <span class="input-group-text">{props.unit}</span>
      </div>
    </Show>
  )
}

export function LongInput(props: { readonly input: InputProps; readonly value: string; readonly onInput: (value: string) => void; readonly maxLength?: number | undefined }) {
  return (
    <textarea
      id={props.input.id}
      class="form-control form-control-sm"
      classList={{ 'is-invalid': props.input.isInvalid }}
      rows={4}
      maxLength={props.maxLength}
      aria-invalid={props.input.isInvalid}
      aria-describedby={props.input.describedBy}
      value={props.value}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
  )
}
