import { failureOf, failureText, RightButton, useCan, usePreference } from '@crm/platform/ui'
import { Button, Popup, toast } from '@crm/widgets/ui'
import { createEffect, createResource, createSignal, For, Show, untrack } from 'solid-js'
import type { SavedView, ViewState } from '../../index.ts'
import { ShareView } from './share-view.tsx'
import type { View } from '../view.ts'
import { useOwnText } from '../words.ts'

/** Saved views: open one, keep what is shown under a name, share it, begin with it. */
export function ViewsMenu(props: { readonly view: View; readonly state: ViewState; readonly isUsual: boolean; readonly onOpen: (state: ViewState) => void }) {
  const text = useOwnText()
  const can = useCan()
  const [views, { refetch }] = createResource((): Promise<readonly SavedView[]> => props.view.api.views.list.fetch().catch(() => []))
  const [first, setFirst, isKnown] = usePreference<number | null>(
    untrack(() => `register.${props.view.register.id}.first-view`),
    null,
  )
  const [name, setName] = createSignal('')
  const [sharing, setSharing] = createSignal<SavedView | null>(null)
  // A list that is opened without saying anything begins with the view that its reader chose; later it is theirs to change.
  const wasUsual = untrack(() => props.isUsual)
  let hasBegun = false
  createEffect(() => {
    const begun = isKnown() ? views()?.find((one) => one.id === first()) : undefined
    if (!begun || hasBegun) return
    hasBegun = true
    if (wasUsual) untrack(() => props.onOpen(begun.state))
  })

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
          <div class="d-grid gap-1 p-1">
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
                    {one.name} <Show when={!one.isMine}>{<small class="crm-quiet">{text('views.by', { name: one.owner })}</small>}</Show>
                  </button>
                  <Button
                    look="quiet"
                    icon="house"
                    aria-pressed={first() === one.id}
                    class={first() === one.id ? 'active' : ''}
                    label={text(first() === one.id ? 'views.notFirst' : 'views.first')}
                    onClick={() => setFirst(first() === one.id ? null : one.id)}
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
