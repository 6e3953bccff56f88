import { createUniqueId, type JSX, Show } from 'solid-js'

export interface InputProps {
  readonly id: string
  readonly describedBy: string | undefined
  readonly isInvalid: boolean
}

/** A label above its input, the unit and help with it, the error under it: tied together for readers. */
export function FormField(props: {
  readonly name?: string
  readonly label: string
  readonly isRequired?: boolean
  readonly help?: string | undefined
  readonly error?: string | undefined
  readonly isLong?: boolean
  /** Only readers hear it: the label stands in a head of a table. */
  readonly isLabelHidden?: boolean
  readonly children: (input: InputProps) => JSX.Element
}) {
  const own = createUniqueId()
  const id = () => (props.name ? `field-${props.name}` : own)
  const noteId = () => `${id()}-note`
  return (
    <div class="crm-field" classList={{ 'is-long': props.isLong ?? false }}>
      <label class={props.isLabelHidden ? 'visually-hidden' : 'form-label'} for={id()}>
        {props.label}
        <Show when={props.isRequired}>
          <span class="crm-required" aria-hidden="true">
            {' '}
            *
          </span>
        </Show>
      </label>
      {props.children({
        get id() {
          return id()
        },
        get describedBy() {
          return props.error || props.help ? noteId() : undefined
        },
        get isInvalid() {
          return Boolean(props.error)
        },
      })}
      <Show
        when={props.error}
        fallback={
          <Show when={props.help}>
            {(help) => (
              <div class="form-text" id={noteId()}>
                {help()}
              </div>
            )}
          </Show>
        }
      >
        {(error) => (
          <div class="invalid-feedback" id={noteId()}>
            {error()}
          </div>
        )}
      </Show>
    </div>
  )
}
