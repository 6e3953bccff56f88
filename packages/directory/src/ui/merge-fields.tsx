import { useText } from '@crm/platform/ui'
import { textOf, type View, words } from '@crm/register/ui'
import { For, Show } from 'solid-js'
import { chosenFields, isList, isSame, type Take, sideOf } from '../merge-take.ts'
import type { Choice, Comparison } from '../merge-wire.ts'
import { mergeMessages } from '../messages/merge.ts'

/** Field by field: whose value counts. What is the same needs no choice; what one side has alone is taken from it. */
export function MergeFields(props: { readonly view: View; readonly comparison: Comparison; readonly take: Take; readonly onTake: (take: Take) => void }) {
  const text = useText(mergeMessages)
  const said = (side: 'keep' | 'drop', name: string) => {
    const field = props.view.register.fields[name]
    return field ? textOf({ view: props.view, name, field, value: sideOf(props.comparison[side], name), sibling: () => null }) : ''
  }
  const choose = (name: string, choice: Choice) => props.onTake({ ...props.take, [name]: choice })
  return (
    <section class="crm-section">
      <table class="table table-sm align-middle mb-0" aria-label={text('field')}>
        <thead>
          <tr>
            <th scope="col">{text('field')}</th>
            <th scope="col">{text('keep')}</th>
            <th scope="col">{text('drop')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          <For each={chosenFields(props.view.register)}>
            {(name) => (
              <tr data-field={name}>
                <th scope="row">{words(props.view).field(name)}</th>
                <For each={['keep', 'drop'] as const}>
                  {(side) => (
                    <td>
                      <Show when={!isSame(props.comparison, name)} fallback={said(side, name) || text('empty')}>
                        <label class="d-flex gap-2">
                          <input type="radio" class="form-check-input" name={`take-${name}`} checked={(props.take[name] ?? 'keep') === side} onChange={() => choose(name, side)} />
                          <span>{said(side, name) || text('empty')}</span>
                        </label>
                      </Show>
                    </td>
                  )}
                </For>
                <td>
                  <Show when={!isSame(props.comparison, name)} fallback={said('keep', name) ? <span class="crm-quiet">{text('same')}</span> : null}>
                    <Show when={isList(props.view.register.fields[name])}>
                      <label class="d-flex gap-2">
                        <input type="radio" class="form-check-input" name={`take-${name}`} checked={props.take[name] === 'both'} onChange={() => choose(name, 'both')} />
                        <span>{text('both')}</span>
                      </label>
                    </Show>
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}
