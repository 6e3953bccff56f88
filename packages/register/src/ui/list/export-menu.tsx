import { failureOf, failureText, language, newKey, useCan } from '@crm/platform/ui'
import { Button, Popup, toast } from '@crm/widgets/ui'
import { useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { type Count, type ExportFormat, exportFormats, type ListInput, mostWaitedFor } from '../../index.ts'
import { ExportsDialog } from './exports-dialog.tsx'
import type { View } from '../view.ts'
import { useOwnText } from '../words.ts'

/** The list as it is seen, into a file: a short one at once, a long one by a worker, which tells when it is there. */
export function ExportMenu(props: { readonly view: View; readonly question: Omit<ListInput, 'cursor' | 'limit'>; readonly count: Count | null }) {
  const text = useOwnText()
  const can = useCan()
  const [search, setSearch] = useSearchParams<{ exports?: string }>()
  const address = (format: string) => `/files/${props.view.register.id}/export?${new URLSearchParams({ format, language: language(), question: JSON.stringify(props.question) })}`
  const isLong = (format: ExportFormat) => props.count !== null && (props.count.isCapped || props.count.count > mostWaitedFor[format])
  async function order(format: ExportFormat): Promise<void> {
    try {
      await props.view.api.exports.order.run({ format, language: language(), question: props.question, key: newKey() })
      setSearch({ exports: '1' })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
  }
  return (
    <Show when={can(props.view.rights.export)}>
      <Popup button={{ icon: 'download', children: text('export.button') }}>
        {(close) => (
          <>
            <For each={exportFormats}>
              {(format) => (
                <Show
                  when={isLong(format)}
                  fallback={
                    <a class="crm-choice" href={address(format)} download="" data-right={props.view.rights.export.id} onClick={close}>
                      {text(`export.${format}`)}
                    </a>
                  }
                >
                  <button
                    type="button"
                    class="crm-choice"
                    data-right={props.view.rights.export.id}
                    onClick={() => {
                      close()
                      void order(format)
                    }}
                  >
                    {text(`export.${format}`)} <span class="crm-quiet">· {text('export.later')}</span>
                  </button>
                </Show>
              )}
            </For>
            <Button
              look="quiet"
              onClick={() => {
                close()
                setSearch({ exports: '1' })
              }}
            >
              {text('export.mine')}
            </Button>
          </>
        )}
      </Popup>
      <Show when={search.exports === '1'}>
        <ExportsDialog view={props.view} onClose={() => setSearch({ exports: null })} />
      </Show>
    </Show>
  )
}
