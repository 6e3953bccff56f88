import { createLive, FailureMessage, failureOf, failureText, onChanged, RightButton, useText } from '@crm/platform/ui'
import { Message, Skeleton, toast } from '@crm/widgets/ui'
import { useNavigate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { asTree, type Place } from '../../index.ts'
import { paperMessages } from '../../messages/papers.ts'
import { PlaceDialog } from './place-dialog.tsx'
import type { PaperPlaces } from './papers-page.tsx'

type Editing = Pick<Place, 'code' | 'name' | 'withinId'> & { readonly id: number | null }

/** The places as a tree, how many papers each has, and what records call a place although it is on no list. */
export function PlacesTab(props: PaperPlaces) {
  const text = useText(paperMessages)
  const navigate = useNavigate()
  const [editing, setEditing] = createSignal<Editing | null>(null)
  const known = createLive(
    () => '',
    () => props.api.list.fetch(),
  )
  onChanged(
    () => `${props.kind}:`,
    () => void known.refetch(),
  )
  const attempt = async (work: Promise<unknown>) => {
    try {
      await work
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
  }
  const open = ({ id }: { readonly id: number }) => navigate(`${props.path}/counting/${id}`)
  const begin = (placeId: number) => attempt(props.api.counting.begin.run({ placeId }).then(open))
  const removed = () => {
    toast({ text: text('removedPlace') })
    void known.refetch()
  }
  const add = (code: string) => setEditing({ id: null, code, name: null, withinId: null })
  return (
    <Show when={!known.error()} fallback={<FailureMessage error={known.error()} again={() => void known.refetch()} />}>
      <Show when={known.value()} fallback={<Skeleton lines={6} label={text('loading')} />}>
        {(now) => (
          <>
            <p class="mb-2">
              <RightButton right={props.rights.manage} look="primary" icon="plus" onClick={() => add('')}>
                {text('addPlace')}
              </RightButton>
            </p>
            <Show when={now().places.length > 0} fallback={<Message title={text('placesEmpty')} />}>
              <div class="table-responsive">
                <table class="table table-sm crm-plain">
                  <thead>
                    <tr>
                      <th scope="col">{text('code')}</th>
                      <th scope="col">{text('placeName')}</th>
                      <th scope="col" class="text-end">
                        {text('papersHere')}
                      </th>
                      <th />
                    </tr>
                  </thead>
                  <tbody>
                    <For each={asTree(now().places)}>
                      {({ place, depth }) => (
                        <tr data-place={place.code}>
                          <td>
                            <span class="crm-quiet" aria-hidden="true">
                              {'— '.repeat(depth)}
                            </span>
                            {place.code}
                          </td>
                          <td>{place.name}</td>
                          <td class="text-end">{place.count}</td>
                          <td class="text-end text-nowrap">
                            <RightButton right={props.rights.count} onClick={() => void begin(place.id)}>
                              {text('count')}
                            </RightButton>{' '}
                            <RightButton right={props.rights.manage} look="quiet" icon="pencil" label={`${text('editPlace')}: ${place.code}`} onClick={() => setEditing(place)} />
                            <RightButton
                              right={props.rights.manage}
                              look="quiet"
                              icon="trash"
                              label={`${text('removePlace')}: ${place.code}`}
                              onClick={() => void attempt(props.api.remove.run({ id: place.id }).then(() => removed()))}
                            />
                          </td>
                        </tr>
                      )}
                    </For>
                  </tbody>
                </table>
              </div>
            </Show>
            <Show when={now().unlisted.length > 0}>
              <h2 class="h6 mt-3">{text('unlisted')}</h2>
              <ul class="list-unstyled">
                <For each={now().unlisted}>
                  {(one) => (
                    <li class="d-flex align-items-center gap-2 mb-1">
                      <span>
                        {one.code} <span class="crm-quiet">({one.count})</span>
                      </span>
                      <RightButton right={props.rights.manage} look="quiet" icon="plus" onClick={() => add(one.code)}>
                        {text('addUnlisted')}
                      </RightButton>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <Show when={editing()} keyed>
              {(place) => (
                <PlaceDialog
                  api={props.api}
                  place={place}
                  places={now().places}
                  onClose={() => setEditing(null)}
                  onSaved={() => {
                    setEditing(null)
                    void known.refetch()
                  }}
                />
              )}
            </Show>
          </>
        )}
      </Show>
    </Show>
  )
}
