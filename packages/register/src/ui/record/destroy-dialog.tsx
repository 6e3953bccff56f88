import { createRefusal } from '@crm/platform/ui'
import { FormDialog, FormField, TextInput, toast } from '@crm/widgets/ui'
import { createResource, createSignal, For, Show } from 'solid-js'
import { type Dependent, longestReason, type Marked } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import type { View } from '../view.ts'
import { dependentText, useOwnText } from '../words.ts'

/** The last question: what goes with the record, what keeps it from going, and why it goes. */
export function DestroyDialog(props: { readonly view: View; readonly record: Marked; readonly onClose: () => void; readonly onGone: () => void }) {
  const text = useOwnText()
  const refusal = createRefusal(messages)
  const [reason, setReason] = createSignal('')
  const [dependents] = createResource((): Promise<readonly Dependent[] | null> => props.view.api.dependents.fetch({ id: props.record.id }).catch(() => null))
  const some = (isBlocking: boolean) => (dependents() ?? []).filter((one) => one.isBlocking === isBlocking)
  const destroy = async () => {
    await props.view.api.destroy.run({ id: props.record.id, version: props.record.version, reason: reason() })
    toast({ text: text('destroy.done') })
    props.onGone()
  }
  return (
    <FormDialog
      title={text('destroy.title')}
      closeLabel={text('close')}
      cancelLabel={text('cancel')}
      sendLabel={text('destroy.button')}
      look="danger"
      icon="trash"
      isBusy={refusal.isBusy()}
      isReady={Boolean(dependents()) && some(true).length === 0}
      problem={refusal.problem()}
      onClose={() => props.onClose()}
      onSend={() => void refusal.trying(destroy())}
    >
      <p>{text('destroy.lead')}</p>
      <Show when={some(false).length > 0}>
        <p class="mb-1">{text('destroy.withIt')}</p>
        <ul>
          <For each={some(false)}>{(one) => <li>{dependentText(one)}</li>}</For>
        </ul>
      </Show>
      <Show
        when={some(true).length > 0}
        fallback={
          <FormField name="reason" label={text('destroy.reason')} help={text('destroy.reasonHelp')} error={refusal.at('reason')} isRequired>
            {(input) => <TextInput input={input} value={reason()} onInput={setReason} maxLength={longestReason} />}
          </FormField>
        }
      >
        <div class="alert alert-warning py-2 mb-0" role="alert">
          {text('destroy.blocked')}
          <ul class="mb-0">
            <For each={some(true)}>{(one) => <li>{dependentText(one)}</li>}</For>
          </ul>
        </div>
      </Show>
    </FormDialog>
  )
}
