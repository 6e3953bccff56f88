import { useText } from '@crm/platform/ui'
import { Button, FormField } from '@crm/widgets/ui'
import { createSignal, type JSX, onCleanup, onMount } from 'solid-js'
import { paperMessages } from '../../messages/papers.ts'
import { CameraButton } from '../camera/camera-button.tsx'

/** The field that a hand-held scanner types into, with the camera beside it; whatever is typed on the page lands there, so that no code opens another page. */
export function LabelInput(props: { readonly error: string | undefined; readonly onCode: (code: string) => void; readonly children: JSX.Element }) {
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
      class="crm-label-input crm-no-print"
      onSubmit={(event) => {
        event.preventDefault()
        const code = typed().trim()
        setTyped('')
        if (code !== '') props.onCode(code)
      }}
    >
      <FormField name="labelCode" label={text('read')} help={text('readHelp')} error={props.error}>
        {(input) => (
          <div class="input-group input-group-sm flex-nowrap">
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
            <Button type="submit" icon="check">
              {text('tick')}
            </Button>
            <CameraButton isMany onCode={(code) => props.onCode(code)}>
              {props.children}
            </CameraButton>
          </div>
        )}
      </FormField>
    </form>
  )
}
