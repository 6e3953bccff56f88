import { For, Show } from 'solid-js'

interface ChecksProps<Value extends string> {
  readonly options: readonly { readonly value: Value; readonly label: string; readonly hint?: string | undefined }[]
  readonly chosen: readonly string[]
  readonly onInput: (chosen: Value[]) => void
}

/** Boxes of which any number may be ticked; the legend and how they lie are the form's. */
export function Checks<Value extends string>(props: ChecksProps<Value>) {
  const chosen = () => props.options.map(({ value }) => value).filter((value) => props.chosen.includes(value))
  return (
    <For each={props.options}>
      {({ value, label, hint }) => (
        <label class="form-check m-0">
          <input
            type="checkbox"
            class="form-check-input"
            checked={props.chosen.includes(value)}
            onChange={(event) => props.onInput(event.currentTarget.checked ? [...chosen(), value] : chosen().filter((one) => one !== value))}
          />
          <span class="form-check-label">
            {label} <Show when={hint}>{(said) => <small class="crm-quiet">{said()}</small>}</Show>
          </span>
        </label>
      )}
    </For>
  )
}
