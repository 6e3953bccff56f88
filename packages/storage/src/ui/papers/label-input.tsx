import { useText } from '@crm/platform/ui'
import { Button, FormField } from '@crm/widgets/ui'
import { createSignal, onCleanup, onMount } from 'solid-js'
import { paperMessages } from '../../messages/papers.ts'

/** The field that a hand-held scanner types into; whatever is typed on the page lands there, so that no code opens another page. */
export function LabelInput(props: { readonly error: string | undefined; readonly onCode: (code: string) => void }) {
  const text = useText(paperMessages)
  const [typed, setTyped] = createSignal('')
  let field: HTMLInputElement | undefined
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1 || document.querySelector('dialog[open]')) return
    if (!(event.target instanceof HTMLElement && event.target.matches('input, textarea, select'))) field?.focus()
  }
  onMount(() => field?.focus())
  addEventListener('keydown', onKey)
  onCleanup(() => removeEventListener('keydown', onKey))
  return (
    <form
      class="crm-conditions px-0 crm-no-print"
      onSubmit={(event) => {
        event.preventDefault()
        const code = typed().trim()
        setTyped('')
        if (code !== '') props.onCode(code)
      }}
    >
      <FormField name="labelCode" label={text('read')} help={text('readHelp')} error={props.error}>
        {(input) => (
          <input
            ref={field}
            id={input.id}
            class="form-control form-control-sm"
            classList={{ 'is-invalid': input.isInvalid }}
            autocomplete="off"
            maxLength={40}
            aria-invalid={input.isInvalid}
            aria-describedby={input.describedBy}
            value={typed()}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </FormField>
      <div class="crm-conditions-end">
        <Button type="submit" icon="check">
          {text('tick')}
        </Button>
      </div>
    </form>
  )
}
