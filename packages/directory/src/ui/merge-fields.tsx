import { useText } from '@crm/platform/ui'
import { For, Show } from 'solid-js'
import type { Choice, Comparison } from '../merge-wire.ts'
import { mergeMessages } from '../messages/merge.ts'
import { messages } from '../messages/index.ts'
import { party } from '../party.ts'

type Any = keyof typeof party.fields
/** Declared fields; what an admin added is taken where the one that stays has nothing. */
type Name = Exclude<Any, `added${string}`>
type Take = Readonly<Record<string, Choice>>

const all = (Object.keys(party.fields) as Any[]).filter((name) => party.fields[name].presence !== 'computed') // its own keys
const names = all.filter((name): name is Name => !party.fields[name].isAdded)

/** What is proposed: the value that is there where the one that stays has none, lists together. */
export const usualTake = ({ keep, drop }: Comparison): Take =>
  Object.fromEntries(
    all.flatMap((name): [Any, Choice][] => {
      const [mine, other] = [keep.row[name], drop.row[name]]
      if (other === null || String(mine) === String(other)) return []
      if (mine === null) return [[name, 'drop']]
      return party.fields[name].kind === 'tags' ? [[name, 'both']] : []
    }),
  )

/** Field by field: whose value counts. What is the same needs no choice; what one side has alone is taken from it. */
export function MergeFields(props: { readonly comparison: Comparison; readonly take: Take; readonly onTake: (take: Take) => void }) {
  const text = useText(mergeMessages)
  const fieldText = useText(messages)
  const said = (side: 'keep' | 'drop', name: Name) => [props.comparison[side].row[name] ?? ''].flat().join(', ')
  const isSame = (name: Name) => said('keep', name) === said('drop', name)
  const choose = (name: Name, choice: Choice) => props.onTake({ ...props.take, [name]: choice })
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
          <For each={names}>
            {(name) => (
              <tr>
                <th scope="row">{fieldText(`party.fields.${name}`)}</th>
                <For each={['keep', 'drop'] as const}>
                  {(side) => (
                    <td>
                      <Show when={!isSame(name)} fallback={said(side, name) || text('empty')}>
                        <label class="d-flex gap-2">
                          <input type="radio" class="form-check-input" name={`take-${name}`} checked={(props.take[name] ?? 'keep') === side} onChange={() => choose(name, side)} />
                          <span>{said(side, name) || text('empty')}</span>
                        </label>
                      </Show>
                    </td>
                  )}
                </For>
                <td>
                  <Show when={!isSame(name)} fallback={said('keep', name) ? <span class="crm-quiet">{text('same')}</span> : null}>
                    <Show when={party.fields[name].kind === 'tags'}>
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
