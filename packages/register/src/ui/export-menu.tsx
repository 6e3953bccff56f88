import { language, useCan } from '@crm/platform/ui'
import { Popup } from '@crm/widgets/ui'
import { For, Show } from 'solid-js'
import type { ListInput } from '../index.ts'
import type { View } from './view.ts'
import { useOwnText } from './words.ts'

/** The list as it is seen, into a file; the browser saves it while the server is still writing. */
export function ExportMenu(props: { readonly view: View; readonly question: Omit<ListInput, 'cursor' | 'limit'> }) {
  const text = useOwnText()
  const can = useCan()
  const address = (format: string) => `/files/${props.view.register.id}/export?${new URLSearchParams({ format, language: language(), question: JSON.stringify(props.question) })}`
  return (
    <Show when={can(props.view.rights.export)}>
      <Popup isAtEnd button={{ icon: 'download', children: text('export.button') }}>
        {(close) => (
          <For each={['xlsx', 'csv'] as const}>
            {(format) => (
              <a class="crm-choice" href={address(format)} download="" data-right={props.view.rights.export.id} onClick={close}>
                {text(`export.${format}`)}
              </a>
            )}
          </For>
        )}
      </Popup>
    </Show>
  )
}
