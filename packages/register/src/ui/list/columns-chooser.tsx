import { Button, Popup } from '@crm/widgets/ui'
import { For, onCleanup, Show, untrack } from 'solid-js'
import { createNewColumns } from './new-columns.ts'
import type { Layout } from './list-state.ts'
import type { View } from '../view.ts'
import { useOwnText, words } from '../words.ts'

/** Which columns a person sees and in what order; kept for good. */
export function ColumnsChooser(props: { readonly view: View; readonly layout: Layout; readonly onChange: (change: Partial<Layout>) => void; readonly onReset: () => void }) {
  const text = useOwnText()
  const shown = () => props.layout.columns.filter((name) => name in props.view.register.fields)
  const onChange = (columns: readonly string[]) => props.onChange({ columns })
  const hidden = () => Object.keys(props.view.register.fields).filter((name) => !shown().includes(name))
  const news = createNewColumns(untrack(() => props.view))
  const move = (name: string, step: 1 | -1) => {
    const rest = [...shown()]
    const at = rest.indexOf(name)
    const to = at + step
    if (to < 0 || to >= rest.length) return
    rest.splice(at, 1)
    rest.splice(to, 0, name)
    onChange(rest)
  }
  return (
    <Popup
      button={{
        icon: 'columns',
        children: (
          <>
            {text('columns')}
            <Show when={hidden().filter(news.isNew).length}>
              {(count) => (
                <span class="badge text-bg-primary ms-1" data-new={count()}>
                  {text('newColumns', { count: count() })}
                </span>
              )}
            </Show>
          </>
        ),
      }}
    >
      {() => {
        // Looked through when it is closed.
        onCleanup(news.seen)
        return (
          <div class="crm-panel-list d-grid p-1">
            <For each={[...shown(), ...hidden().filter(news.isNew), ...hidden().filter((name) => !news.isNew(name))]}>
              {(name) => (
                <div class="d-flex align-items-center gap-2">
                  <label class="form-check flex-grow-1 m-0">
                    <input
                      type="checkbox"
                      class="form-check-input"
                      checked={shown().includes(name)}
                      disabled={shown().length === 1 && shown().includes(name)}
                      onChange={(event) => onChange(event.currentTarget.checked ? [...shown(), name] : shown().filter((one) => one !== name))}
                    />
                    <span class="form-check-label">{words(props.view).field(name)}</span>
                    <Show when={news.isNew(name)}>
                      <span class="badge text-bg-primary ms-2">{text('newColumn')}</span>
                    </Show>
                  </label>
                  <Button look="quiet" icon="up" label={`${text('moveUp')}: ${words(props.view).field(name)}`} disabled={!shown().includes(name)} onClick={() => move(name, -1)} />
                  <Button
                    look="quiet"
                    icon="down"
                    label={`${text('moveDown')}: ${words(props.view).field(name)}`}
                    disabled={!shown().includes(name)}
                    onClick={() => move(name, 1)}
                  />
                </div>
              )}
            </For>
            <For each={['isPinned', 'isDense'] as const}>
              {(habit) => (
                <label class="form-check m-0">
                  <input
                    type="checkbox"
                    class="form-check-input"
                    checked={props.layout[habit] ?? false}
                    onChange={(event) => props.onChange({ [habit]: event.currentTarget.checked })}
                  />
                  <span class="form-check-label">{text(`table.${habit}`)}</span>
                </label>
              )}
            </For>
            <Button look="quiet" icon="restore" onClick={() => props.onReset()}>
              {text('resetColumns')}
            </Button>
          </div>
        )
      }}
    </Popup>
  )
}
