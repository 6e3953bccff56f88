import { failureOf, failureText, RightButton, useCan, usePreference } from '@crm/platform/ui'
import { Button, Popup, toast } from '@crm/widgets/ui'
import { createEffect, createResource, createSignal, For, Show, untrack } from 'solid-js'
import type { SavedView, ViewState } from '../../index.ts'
import type { View } from '../view.ts'
import { useOwnText } from '../words.ts'
import { ShareView } from './share-view.tsx'

/** Chosen instead of the view that a level's list begins with: none. */
const none = 0

/** Saved views: open one, keep what is shown under a name, share it, begin with it. */
export function ViewsMenu(props: {
  readonly view: View
  readonly state: ViewState
  readonly isUsual: boolean
  readonly onOpen: (state: ViewState) => void
  readonly onBegin: (state: ViewState) => void
}) {
  const text = useOwnText()
  const can = useCan()
  const [views, { refetch }] = createResource((): Promise<readonly SavedView[]> => props.view.api.views.list.fetch().catch(() => []))
  const [first, setFirst, isKnown] = usePreference<number | null>(
    untrack(() => `register.${props.view.register.id}.first-view`),
    null,
  )
  const [name, setName] = createSignal('')
  const [sharing, setSharing] = createSignal<SavedView | null>(null)
  // A list that is opened without saying anything begins with the view that its reader chose, or else their level's; later it is theirs to change.
  const beginning = () => views.latest?.find((one) => (first() === null ? one.isFirst : one.id === first()))
  const wasUsual = untrack(() => props.isUsual)
  let hasBegun = false
  createEffect(() => {
    const begun = isKnown() && views() ? beginning() : undefined
    if (!begun || hasBegun) return
    hasBegun = true
    if (wasUsual) untrack(() => (begun.id === first() ? props.onOpen(begun.state) : props.onBegin(begun.state)))
  })
  const isBeginning = (one: SavedView) => beginning()?.id === one.id
  const begin = (one: SavedView) => setFirst(isBeginning(one) === one.isFirst ? (one.isFirst ? none : one.id) : null)

  async function act(work: Promise<unknown>, said = ''): Promise<void> {
    try {
      await work
      if (said) toast({ text: said })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    await refetch()
  }
  const save = (id: number | null, called: string) => {
    hasBegun = true
    void act(props.view.api.views.save.run({ id, name: called, state: props.state }), text('views.saved', { name: called }))
    setName('')
  }
  return (
    <>
      <Popup button={{ icon: 'list', children: text('views.button') }}>
        {(close) => (
          <div class="crm-panel-list d-grid gap-1 p-1">
            <For each={views.latest ?? []} fallback={<p class="crm-quiet m-0">{text('views.empty')}</p>}>
              {(one) => (
                <div class="d-flex align-items-center gap-1">
                  <button
                    type="button"
                    class="crm-choice flex-grow-1 text-start"
                    onClick={() => {
                      close()
                      props.onOpen(one.state)
                    }}
                  >
                    <span class="d-grid">
                      {one.name}
                      <Show when={!one.isMine}>
                        <small class="crm-quiet">{text('views.by', { name: one.owner })}</small>
                      </Show>
                      <Show when={one.isFirst}>
                        <small class="crm-quiet">{text('views.ofLevel')}</small>
                      </Show>
                    </span>
                  </button>
                  <Button
                    look="quiet"
                    icon="house"
                    aria-pressed={isBeginning(one)}
                    class={isBeginning(one) ? 'active' : ''}
                    label={`${text(isBeginning(one) ? 'views.notFirst' : 'views.first')}: ${one.name}`}
                    onClick={() => begin(one)}
                  />
                  <Show when={one.isMine || one.audience !== 'own'}>
                    <RightButton right={props.view.rights.shareView} look="quiet" icon="people" label={`${text('views.share')}: ${one.name}`} onClick={() => setSharing(one)} />
                  </Show>
                  <Show when={one.isMine}>
                    <RightButton
                      right={props.view.rights.saveView}
                      look="quiet"
                      icon="pencil"
                      label={`${text('views.update')}: ${one.name}`}
                      onClick={() => save(one.id, one.name)}
                    />
                    <RightButton
                      right={props.view.rights.saveView}
                      look="quiet"
                      icon="trash"
                      label={`${text('views.remove')}: ${one.name}`}
                      onClick={() => void act(props.view.api.views.remove.run({ id: one.id }))}
                    />
                  </Show>
                </div>
              )}
            </For>
            <Show when={can(props.view.rights.saveView)}>
              <form
                class="d-flex gap-2 mt-2"
                onSubmit={(event) => {
                  event.preventDefault()
                  event.stopPropagation()
                  if (name().trim() !== '') save(null, name().trim())
                }}
              >
                <input
                  id="view-name"
                  class="form-control form-control-sm"
                  maxLength={80}
                  placeholder={text('views.name')}
                  aria-label={text('views.name')}
                  value={name()}
                  onInput={(event) => setName(event.currentTarget.value)}
                />
                <Button type="submit" look="primary" class="text-nowrap" data-right={props.view.rights.saveView.id} disabled={name().trim() === ''}>
                  {text('views.save')}
                </Button>
              </form>
            </Show>
          </div>
        )}
      </Popup>
      <Show when={sharing()} keyed>
        {(one) => (
          <ShareView
            view={props.view}
            saved={one}
            views={views.latest ?? []}
            onClose={() => setSharing(null)}
            onShare={(share) => {
              setSharing(null)
              void act(props.view.api.views.share.run(share))
            }}
          />
        )}
      </Show>
    </>
  )
}
