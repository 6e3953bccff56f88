import { failureOf, failureText } from '@crm/platform/ui'
import { AskDialog, toast } from '@crm/widgets/ui'
import { createResource, createSignal, For, Show } from 'solid-js'
import type { Dependent, Marked } from '../../index.ts'
import type { View } from '../view.ts'
import { dependentText, useOwnText } from '../words.ts'

/** The last question: what goes with the record, and what keeps it from going. */
export function DestroyDialog(props: { readonly view: View; readonly record: Marked; readonly onClose: () => void; readonly onGone: () => void }) {
  const text = useOwnText()
  const [isBusy, setBusy] = createSignal(false)
  const [dependents] = createResource((): Promise<readonly Dependent[] | null> => props.view.api.dependents.fetch({ id: props.record.id }).catch(() => null))
  const some = (isBlocking: boolean) => (dependents() ?? []).filter((one) => one.isBlocking === isBlocking)
  const destroy = async () => {
    setBusy(true)
    try {
      await props.view.api.destroy.run({ id: props.record.id, version: props.record.version })
      toast({ text: text('destroy.done') })
      props.onGone()
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
      props.onClose()
    }
  }
  return (
    <AskDialog
      title={text('destroy.title')}
      closeLabel={text('close')}
      cancelLabel={text('cancel')}
      doLabel={text('destroy.button')}
      icon="trash"
      isBusy={isBusy()}
      isReady={Boolean(dependents()) && some(true).length === 0}
      onClose={() => props.onClose()}
      onDo={() => void destroy()}
    >
      <p>{text('destroy.lead')}</p>
      <Show when={some(false).length > 0}>
        <p class="mb-1">{text('destroy.withIt')}</p>
        <ul>
          <For each={some(false)}>{(one) => <li>{dependentText(one)}</li>}</For>
        </ul>
      </Show>
      <Show when={some(true).length > 0}>
        <div class="alert alert-warning py-2 mb-0" role="alert">
          {text('destroy.blocked')}
          <ul class="mb-0">
            <For each={some(true)}>{(one) => <li>{dependentText(one)}</li>}</For>
          </ul>
        </div>
      </Show>
    </AskDialog>
  )
}
