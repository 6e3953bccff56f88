import type { Present } from '@crm/platform'
import { onPresent, tab, useText } from '@crm/platform/ui'
import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js'
import { documentOf } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import type { View } from '../view.ts'

/** Who else has the record open, and who is editing it: known before two have typed the same. */
export function PresentPeople(props: { readonly view: View; readonly id: number; readonly isEditing: boolean }) {
  const text = useText(messages)
  const [people, setPeople] = createSignal<readonly Present[]>([])
  const say = async () => {
    const id = props.id
    // Without an answer nobody is shown; the form warns of what was changed meanwhile all the same.
    const found = await props.view.api.here.fetch({ id, tab, as: props.isEditing ? 'editing' : 'viewing' }).catch(() => [])
    if (props.id === id) setPeople(found)
  }
  createEffect(on([() => props.id, () => props.isEditing], () => void say()))
  onPresent(
    () => documentOf(props.view.register, props.id),
    (found) => void setPeople(found),
    () => void say(),
  )
  onCleanup(() => void props.view.api.here.fetch({ id: props.id, tab, as: null }).catch(() => undefined)) // its stream's end says the same
  return (
    <Show when={people().length > 0}>
      <p class="crm-present crm-no-print" role="status" aria-label={text('present.who')}>
        <For each={people()}>
          {(one) => (
            <span class={`badge ${one.isEditing ? 'text-bg-warning' : 'text-bg-secondary'}`}>
              {text(one.isEditing ? 'present.editing' : 'present.viewing', { name: one.name })}
            </span>
          )}
        </For>
      </p>
    </Show>
  )
}
