import { Button, Popup } from '@crm/widgets/ui'
import { For } from 'solid-js'
import type { View } from './view.ts'
import { useOwnText, words } from './words.ts'

/** Which columns a person sees and in what order; kept for good. */
export function ColumnsChooser(props: {
  readonly view: View
  readonly shown: readonly string[]
  readonly onChange: (columns: readonly string[]) => void
  readonly onReset: () => void
}) {
  const text = useOwnText()
  const hidden = () => Object.keys(props.view.register.fields).filter((name) => !props.shown.includes(name))
  const move = (name: string, step: 1 | -1) => {
    const rest = [...props.shown]
    const at = rest.indexOf(name)
    const to = at + step
    if (to < 0 || to >= rest.length) return
    rest.splice(at, 1)
    rest.splice(to, 0, name)
    props.onChange(rest)
  }
  return (
    <Popup isAtEnd button={{ icon: 'columns', children: text('columns') }}>
      {() => (
        <div class="d-grid p-1">
          <For each={[...props.shown, ...hidden()]}>
            {(name) => (
              <div class="d-flex align-items-center gap-2">
                <label class="form-check flex-grow-1 m-0">
                  <input
                    type="checkbox"
                    class="form-check-input"
                    checked={props.shown.includes(name)}
                    disabled={props.shown.length === 1 && props.shown.includes(name)}
                    onChange={(event) => props.onChange(event.currentTarget.checked ? [...props.shown, name] : props.shown.filter((one) => one !== name))}
                  />
                  <span class="form-check-label">{words(props.view).field(name)}</span>
                </label>
                <Button
                  look="quiet"
                  icon="up"
                  label={`${text('moveUp')}: ${words(props.view).field(name)}`}
                  disabled={!props.shown.includes(name)}
                  onClick={() => move(name, -1)}
                />
                <Button
                  look="quiet"
                  icon="down"
                  label={`${text('moveDown')}: ${words(props.view).field(name)}`}
                  disabled={!props.shown.includes(name)}
                  onClick={() => move(name, 1)}
                />
              </div>
            )}
          </For>
          <Button look="quiet" icon="restore" onClick={() => props.onReset()}>
            {text('resetColumns')}
          </Button>
        </div>
      )}
    </Popup>
  )
}
