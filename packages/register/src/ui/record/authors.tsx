import { formatMoment } from '@crm/platform/ui'
import { createResource, createSignal, For, Show } from 'solid-js'
import { useOwnText, words } from '../words.ts'
import type { View } from '../view.ts'

/** Who gave each field the value that it has; asked for when it is opened. */
export function Authors(props: { readonly view: View; readonly id: number }) {
  const text = useOwnText()
  const [isOpen, setOpen] = createSignal(false)
  const [authors] = createResource(
    () => isOpen() && props.id,
    (id) => props.view.api.authors.fetch({ id }).catch(() => []),
  )
  const known = () => (authors.latest ?? []).filter((line) => line.field in props.view.register.fields)
  return (
    <details class="crm-section mb-2 py-2" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text('history.authors')}</summary>
      <Show when={known().length > 0}>
        <table class="table crm-plain mb-0 mt-2">
          <tbody>
            <For each={known()}>
              {(line) => (
                <tr>
                  <th scope="row" class="fw-normal">
                    {words(props.view).field(line.field)}
                  </th>
                  <td>{line.actor ?? text('history.system')}</td>
                  <td class="crm-quiet">{formatMoment(line.at)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </details>
  )
}
