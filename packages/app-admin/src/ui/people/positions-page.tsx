import type { Position } from '@crm/directory'
import { createLive, createRefusal, FailureMessage, onChanged, RightButton, useText } from '@crm/platform/ui'
import { Message, PageHead, Skeleton, toast } from '@crm/widgets/ui'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { rights } from '../../rights.ts'
import { api } from '../api.ts'
import { MergePositionDialog, PositionDialog } from './position-dialogs.tsx'

type Asking = { readonly about: 'name'; readonly position: Position | null } | { readonly about: 'merge'; readonly position: Position }

/** The positions of the company: named once, held by many. */
export default function PositionsPage() {
  const text = useText(messages)
  const positions = createLive(
    () => null,
    () => api.positions.list.fetch(),
  )
  onChanged(
    () => 'directory.position:',
    () => void positions.refetch(),
  )
  const [asking, setAsking] = createSignal<Asking | null>(null)
  const refusal = createRefusal(messages)
  const done = (word: 'positions.saved' | 'positions.merged') => {
    setAsking(null)
    toast({ text: text(word) })
    void positions.refetch()
  }
  const remove = (position: Position) => void refusal.trying(api.positions.remove.run({ id: position.id }).then(() => positions.refetch()))
  return (
    <>
      <PageHead
        title={text('positions.title')}
        actions={
          <RightButton right={rights.positions.edit} look="primary" icon="plus" onClick={() => setAsking({ about: 'name', position: null })}>
            {text('positions.add')}
          </RightButton>
        }
      />
      <p class="crm-quiet">{text('positions.lead')}</p>
      <Show when={refusal.problem()}>
        <div class="alert alert-danger py-2" role="alert">
          {refusal.problem()}
        </div>
      </Show>
      <Switch fallback={<Skeleton lines={6} label={text('positions.title')} />}>
        <Match when={positions.error()}>
          <FailureMessage error={positions.error()} again={() => void positions.refetch()} />
        </Match>
        <Match when={positions.value()}>
          {(known) => (
            <Show when={known().length > 0} fallback={<Message title={text('positions.empty')} />}>
              <section class="crm-section">
                <table class="table crm-plain align-middle mb-0" aria-label={text('positions.title')}>
                  <tbody>
                    <For each={known()}>
                      {(position) => (
                        <Line
                          position={position}
                          isAlone={known().length === 1}
                          onName={() => setAsking({ about: 'name', position })}
                          onMerge={() => setAsking({ about: 'merge', position })}
                          onRemove={() => remove(position)}
                        />
                      )}
                    </For>
                  </tbody>
                </table>
              </section>
            </Show>
          )}
        </Match>
      </Switch>
      <Show when={asking()} keyed>
        {(one) =>
          one.about === 'name' ? (
            <PositionDialog position={one.position} onClose={() => setAsking(null)} onSaved={() => done('positions.saved')} />
          ) : (
            <MergePositionDialog position={one.position} all={positions.value() ?? []} onClose={() => setAsking(null)} onMerged={() => done('positions.merged')} />
          )
        }
      </Show>
    </>
  )
}

function Line(props: { readonly position: Position; readonly isAlone: boolean; readonly onName: () => void; readonly onMerge: () => void; readonly onRemove: () => void }) {
  const text = useText(messages)
  const count = () => text('positions.count', { count: props.position.personCount })
  return (
    <tr data-position={props.position.name}>
      <th scope="row" class="fw-normal">
        {props.position.name}
      </th>
      <td class="crm-quiet">{count()}</td>
      <td class="text-end">
        <RightButton right={rights.positions.edit} look="quiet" icon="pencil" label={`${text('positions.rename')}: ${props.position.name}`} onClick={() => props.onName()} />
        <RightButton
          right={rights.positions.edit}
          look="quiet"
          icon="people"
          disabled={props.isAlone}
          label={`${text('positions.merge')}: ${props.position.name}`}
          onClick={() => props.onMerge()}
        />
        <RightButton
          right={rights.positions.edit}
          look="quiet"
          icon="trash"
          disabled={props.position.personCount > 0}
          label={props.position.personCount > 0 ? text('positions.inUse', { count: count() }) : `${text('positions.remove')}: ${props.position.name}`}
          onClick={() => props.onRemove()}
        />
      </td>
    </tr>
  )
}
