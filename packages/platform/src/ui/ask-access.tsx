import { Button, Dialog, FormField, TextInput, toast } from '@crm/widgets/ui'
import { createSignal, Show } from 'solid-js'
import { messages } from '../messages/index.ts'
import { rights } from '../rights.ts'
import { platformApi } from './platform-api.ts'
import { failureOf } from './refused.ts'
import { RightButton } from './right-button.tsx'
import { failureText, useText } from './text.ts'

/** Ask for a right that is not held, in general or on one document. */
export function AskAccess(props: { readonly right: string; readonly document?: string }) {
  const text = useText(messages)
  const [isOpen, setOpen] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const [isTried, setTried] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)
  async function send(): Promise<void> {
    setTried(true)
    if (reason().trim() === '') return
    setBusy(true)
    try {
      await platformApi.requests.ask.run({ right: props.right, document: props.document ?? null, reason: reason().trim() })
      toast({ text: text('requests.sent') })
      setOpen(false)
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <RightButton right={rights.requests.ask} icon="question" onClick={() => setOpen(true)}>
        {text('requests.ask')}
      </RightButton>
      <Show when={isOpen()}>
        <Dialog
          title={text('requests.ask')}
          closeLabel={text('access.close')}
          onClose={() => setOpen(false)}
          footer={
            <>
              <Button onClick={() => setOpen(false)}>{text('access.cancel')}</Button>
              <Button look="primary" isBusy={isBusy()} onClick={() => void send()}>
                {text('requests.send')}
              </Button>
            </>
          }
        >
          <FormField name="reason" label={text('requests.reason')} isRequired error={isTried() && reason().trim() === '' ? text('issues.required') : undefined}>
            {(input) => <TextInput input={input} value={reason()} maxLength={500} onInput={setReason} />}
          </FormField>
        </Dialog>
      </Show>
    </>
  )
}
