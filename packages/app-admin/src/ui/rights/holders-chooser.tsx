import { useText } from '@crm/platform/ui'
import { Button, Popup } from '@crm/widgets/ui'
import { createSignal, For } from 'solid-js'
import type { HolderLine } from '../../index.ts'
import { messages } from '../../messages/index.ts'

const shownAtMost = 60

/** Which people and groups stand in the columns; `null` is all of them. */
export function HoldersChooser(props: {
  readonly holders: readonly HolderLine[]
  readonly chosen: readonly string[] | null
  readonly onChange: (ids: readonly string[] | null) => void
}) {
  const text = useText(messages)
  const [sought, setSought] = createSignal('')
  const isOn = (id: string) => props.chosen === null || props.chosen.includes(id)
  const found = () => props.holders.filter((holder) => `${holder.name} ${holder.note ?? ''}`.toLocaleLowerCase().includes(sought().toLocaleLowerCase())).slice(0, shownAtMost)
  const set = (id: string, isWanted: boolean) => {
    const before = props.chosen ?? props.holders.map((holder) => holder.id)
    const next = isWanted ? [...before, id] : before.filter((one) => one !== id)
    props.onChange(next.length === props.holders.length ? null : next)
  }
  return (
    <Popup button={{ icon: 'columns', children: text('table.people') }}>
      {() => (
        <div class="d-grid gap-1 p-1">
          <input
            type="search"
            class="form-control form-control-sm"
            placeholder={text('table.peopleSearch')}
            aria-label={text('table.peopleSearch')}
            onInput={(event) => setSought(event.currentTarget.value)}
          />
          <div class="d-flex gap-1">
            <Button look="quiet" onClick={() => props.onChange(null)}>
              {text('table.everybody')}
            </Button>
            <Button look="quiet" onClick={() => props.onChange(['-'])}>
              {text('table.nobody')}
            </Button>
          </div>
          <For each={found()}>
            {(holder) => (
              <label class="form-check m-0">
                <input type="checkbox" class="form-check-input" checked={isOn(holder.id)} onChange={(event) => set(holder.id, event.currentTarget.checked)} />
                <span class="form-check-label">
                  {holder.name} <small class="crm-quiet">{holder.kind === 'person' ? (holder.note ?? '') : text(`table.kinds.${holder.kind}`)}</small>
                </span>
              </label>
            )}
          </For>
        </div>
      )}
    </Popup>
  )
}
