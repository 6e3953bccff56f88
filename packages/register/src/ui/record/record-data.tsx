import { For, Match, Show, Switch } from 'solid-js'
import type { Field, Referred } from '../../index.ts'
import { Cell, textOf } from '../cells.tsx'
import type { Values } from '../form/form.ts'
import { ItemsData } from './items-data.tsx'
import { ReferredLinks } from './referred-links.tsx'
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
                            <FieldData view={props.view} name={name} field={field()} row={props.row} />
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

/** A value by the kind of its field. */
function FieldData(props: { readonly view: View; readonly name: string; readonly field: Field; readonly row: Values }) {
  const value = () => props.row[props.name]
  return (
    <Switch fallback={<Cell view={props.view} name={props.name} field={props.field} value={value()} sibling={(other) => props.row[other]} />}>
      <Match when={props.field.kind === 'items'}>
        <ItemsData view={props.view} name={props.name} field={props.field} value={value()} />
      </Match>
      <Match when={props.field.target}>
        {/* What the wire sends of references: one, or several. */}
        {(kind) => <ReferredLinks kind={kind()} referred={[value() as Referred | readonly Referred[]].flat()} />}
      </Match>
    </Switch>
  )
}
