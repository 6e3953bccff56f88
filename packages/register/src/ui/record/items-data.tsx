import { For, Show } from 'solid-js'
import type { Field, Item } from '../../index.ts'
import { partText } from '../cells.tsx'
import type { View } from '../view.ts'
import { words } from '../words.ts'

/** Several items as they are read: a line each, its choice first, addresses of mail and telephones to be pressed. */
export function ItemsData(props: { readonly view: View; readonly name: string; readonly field: Field; readonly value: unknown }) {
  const said = (item: Item, part: string) => partText({ view: props.view, name: `${props.name}.${part}`, field: props.field.of?.[part], value: item[part] })
  return (
    <ul class="list-unstyled mb-0">
      <For each={props.value as readonly Item[] /* what is read of this kind */}>
        {(item) => (
          <li class="crm-item-line">
            <For each={Object.entries(props.field.of ?? {})}>
              {([part]) => (
                <Show when={said(item, part)}>
                  {(shown) => (
                    <span class={part === kindOf(props.field) ? 'badge text-bg-secondary' : ''} title={words(props.view).part(props.name, part)}>
                      <Show when={leadsTo(part, shown())} fallback={shown()}>
                        {(path) => <a href={path()}>{shown()}</a>}
                      </Show>
                    </span>
                  )}
                </Show>
              )}
            </For>
          </li>
        )}
      </For>
    </ul>
  )
}

const leadsTo = (part: string, said: string): string | null =>
  part === 'email' ? `mailto:${encodeURIComponent(said)}` : part === 'phone' ? `tel:${said.replace(/[^\d+]/g, '')}` : null

/** The choice that an item begins with says what it is. */
const kindOf = (field: Field): string | undefined => {
  const [first] = Object.entries(field.of ?? {})
  return first?.[1].kind === 'choice' ? first[0] : undefined
}
