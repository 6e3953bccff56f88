import { For, Show } from 'solid-js'
import { Cell, textOf } from '../cells.tsx'
import type { Values } from '../form/form.ts'
import { ItemsData } from './items-data.tsx'
import type { View } from '../view.ts'
import { useOwnText, words } from '../words.ts'

/** How a record that is shown as it was differs from the one of now. */
interface Past {
  readonly now: Values
  readonly changed: readonly string[]
  readonly hidden: readonly string[]
}

/** The fields of a record in their titled groups; of a past one, what is other now is marked and said. */
export function RecordData(props: { readonly view: View; readonly row: Values; readonly past?: Past }) {
  const text = useOwnText()
  const isOther = (name: string) => props.past?.changed.includes(name) ?? false
  const nowOf = (name: string) => {
    const field = props.view.register.fields[name]
    const value = props.past?.now[name] ?? null
    return (field && textOf({ view: props.view, name, field, value, sibling: (other) => props.past?.now[other] })) || text('none')
  }
  return (
    <For each={Object.entries(props.view.register.sections)}>
      {([section, names]) => (
        <section class="crm-section">
          <h2>{words(props.view).section(section)}</h2>
          <dl class="crm-fields">
            <For each={names}>
              {(name) => (
                <Show when={props.view.register.fields[name]}>
                  {(field) => (
                    <div
                      classList={{ 'is-long': field().kind === 'longText' || field().kind === 'items', 'crm-other': isOther(name) }}
                      data-other={isOther(name) ? name : undefined}
                    >
                      <dt>{words(props.view).field(name)}</dt>
                      <dd>
                        <Show when={!props.past?.hidden.includes(name)} fallback={<span class="crm-quiet">{text('history.hidden')}</span>}>
                          <Show when={props.row[name] !== null && props.row[name] !== undefined} fallback={text('none')}>
                            <Show
                              when={field().kind === 'items'}
                              fallback={<Cell view={props.view} name={name} field={field()} value={props.row[name]} sibling={(other) => props.row[other]} />}
                            >
                              <ItemsData view={props.view} name={name} field={field()} value={props.row[name]} />
                            </Show>
                          </Show>
                        </Show>
                        <Show when={isOther(name)}>
                          <div class="crm-quiet">
                            {text('past.now')}: {nowOf(name)}
                          </div>
                        </Show>
                      </dd>
                    </div>
                  )}
                </Show>
              )}
            </For>
          </dl>
        </section>
      )}
    </For>
  )
}
