import { dayOf } from '@crm/platform'
import { useText } from '@crm/platform/ui'
import { textOf, words } from '@crm/register/ui'
import { Icon } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { termsAsOf } from '../annex.ts'
import { annexMessages } from '../messages/annexes.ts'
import { type Annexed, createAnnexes } from './annexed.ts'

/** Above the tabs: the card shows what was first agreed, so what binds today instead must be seen at once. */
export function AnnexBanner(props: Annexed) {
  const text = useText(annexMessages)
  const annexes = createAnnexes(props)
  const terms = () => termsAsOf(props.row, annexes.value() ?? [], dayOf(new Date()))
  const changed = () => Object.keys(props.view.register.fields).filter((name) => props.view.register.fields[name]?.presence !== 'computed' && terms()[name] !== props.row[name])
  const shown = (name: string) => {
    const field = props.view.register.fields[name]
    return field ? textOf({ view: props.view, name, field, value: terms()[name], sibling: (other) => terms()[other] }) || '—' : ''
  }
  return (
    <Show when={changed().length > 0}>
      <div class="alert alert-info d-flex flex-wrap gap-2 align-items-center" role="note">
        <Icon name="warning" />
        <span>{text('banner', { count: (annexes.value() ?? []).length })}</span>
        <For each={changed()}>
          {(name) => (
            <span>
              <span class="crm-quiet">{words(props.view).field(name)}:</span> <strong>{shown(name)}</strong>
            </span>
          )}
        </For>
        <A class="alert-link" href="?tab=annexes">
          {text('see')}
        </A>
      </div>
    </Show>
  )
}
