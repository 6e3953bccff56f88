import type { Belonging, Heir } from '@crm/directory'
import { sentenceOf, useText } from '@crm/platform/ui'
import { FormField, Suggest, type Suggestion } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { messages } from '../../messages/index.ts'

/** Who takes over what is shown in a line, `back` when it has come back. */
export type Chosen = { readonly id: number; readonly label: string } | 'back' | null

export const heirOf = (chosen: Chosen): Heir => (chosen === null || chosen === 'back' ? chosen : chosen.id)

interface BelongingLineProps {
  readonly belonging: Belonging
  readonly heir: Chosen
  readonly find: (typed: string) => Promise<readonly Suggestion[]>
  readonly onHeir: (heir: Chosen) => void
}

/** One kind of what somebody has in hand: how many, which, and what becomes of them. */
export function BelongingLine(props: BelongingLineProps) {
  const text = useText(messages)
  const shown = () => (props.heir === null || props.heir === 'back' ? '' : props.heir.label)
  return (
    <tr data-kind={props.belonging.kind}>
      <th scope="row" class="fw-normal">
        {belongingName(props.belonging.kind)}
        <Show when={props.belonging.lines}>
          {(lines) => (
            <ul class="list-unstyled mb-0">
              <For each={lines()}>
                {(line) => (
                  <li>
                    <A href={line.path}>{line.label}</A>
                  </li>
                )}
              </For>
              <Show when={lines().length < props.belonging.count}>
                <li class="crm-quiet">{text('people.moreBelongings', { count: props.belonging.count - lines().length })}</li>
              </Show>
            </ul>
          )}
        </Show>
      </th>
      <td class="text-end">{props.belonging.count}</td>
      <td>
        <Show when={props.heir !== 'back'}>
          <FormField label={text('people.heir')}>
            {(input) => <Suggest input={input} shown={shown()} nothing={text('people.notFound')} find={props.find} onPick={props.onHeir} />}
          </FormField>
        </Show>
        <Show when={props.belonging.comesBack}>
          <label class="form-check mt-1">
            <input type="checkbox" class="form-check-input" checked={props.heir === 'back'} onChange={(event) => props.onHeir(event.currentTarget.checked ? 'back' : null)} />
            <span class="form-check-label">{text('people.cameBack')}</span>
          </label>
        </Show>
      </td>
    </tr>
  )
}

/** Kinds come from every app; one that has no name here is shown as it is. */
const belongingName = (kind: string) => {
  const name = sentenceOf(messages, `people.belongings.${kind}`)
  return name.startsWith('people.belongings.') ? kind : name
}
