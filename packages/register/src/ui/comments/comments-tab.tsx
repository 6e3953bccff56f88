import { createLive, FailureMessage, failureOf, failureText, formatMoment, newKey, onChanged, RightButton, useCan } from '@crm/platform/ui'
import { AskDialog, Button, Message, Skeleton, toast } from '@crm/widgets/ui'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { asTyped, type CommentLine, documentOf, piecesOf } from '../../index.ts'
import type { View } from '../view.ts'
import { useOwnText } from '../words.ts'
import { CommentForm } from './comment-form.tsx'

/** What people say about a record, oldest first; what others write appears by itself. */
export function CommentsTab(props: { readonly view: View; readonly id: number }) {
  const text = useOwnText()
  const can = useCan()
  const said = createLive(
    () => props.id,
    (documentId) => props.view.api.comments.list.fetch({ documentId }),
  )
  onChanged(
    () => documentOf(props.view.register, props.id),
    () => void said.refetch(),
  )
  const [editing, setEditing] = createSignal<number | null>(null)
  const [removing, setRemoving] = createSignal<CommentLine | null>(null)
  const names = () => said.value()?.names ?? {}
  let key = newKey()

  async function add(body: string): Promise<void> {
    await props.view.api.comments.add.run({ documentId: props.id, body, key })
    key = newKey()
    await said.refetch()
  }
  async function edit(id: number, body: string): Promise<void> {
    await props.view.api.comments.edit.run({ documentId: props.id, id, body })
    setEditing(null)
    await said.refetch()
  }
  async function remove(comment: CommentLine): Promise<void> {
    setRemoving(null)
    try {
      await props.view.api.comments[comment.isMine ? 'remove' : 'moderate'].run({ documentId: props.id, id: comment.id })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    await said.refetch()
  }
  return (
    <Switch fallback={<Skeleton lines={4} label={text('loading')} />}>
      <Match when={said.error()}>
        <FailureMessage error={said.error()} again={() => void said.refetch()} />
      </Match>
      <Match when={said.value()}>
        {(known) => (
          <>
            <Show when={known().comments.length > 0} fallback={<Message title={text('comments.none')} />}>
              <ol class="list-unstyled mb-2" aria-label={text('tabs.comments')}>
                <For each={known().comments}>
                  {(comment) => (
                    <li class="crm-section py-2 mb-2" data-comment={comment.id}>
                      <div class="d-flex flex-wrap gap-2 align-items-center">
                        <strong>{comment.by ?? text('comments.gone')}</strong>
                        <time class="crm-quiet" dateTime={comment.at}>
                          {formatMoment(comment.at)}
                        </time>
                        <Show when={comment.editedAt}>
                          {(at) => (
                            <span class="crm-quiet" title={formatMoment(at())}>
                              {text('comments.edited')}
                            </span>
                          )}
                        </Show>
                        <span class="ms-auto d-flex gap-1">
                          <Show when={comment.isMine && can(props.view.rights.comment)}>
                            <Button look="quiet" icon="pencil" label={text('comments.edit')} onClick={() => setEditing(comment.id)} />
                          </Show>
                          <Show
                            when={comment.isMine}
                            fallback={
                              <RightButton right={props.view.rights.moderate} look="quiet" icon="trash" label={text('comments.remove')} onClick={() => setRemoving(comment)} />
                            }
                          >
                            <RightButton right={props.view.rights.comment} look="quiet" icon="trash" label={text('comments.remove')} onClick={() => setRemoving(comment)} />
                          </Show>
                        </span>
                      </div>
                      <Show when={editing() === comment.id} fallback={<Body body={comment.body} names={names()} />}>
                        <CommentForm
                          view={props.view}
                          documentId={props.id}
                          initial={asTyped(comment.body, names())}
                          people={Object.entries(names()).map(([id, label]) => ({ id: Number(id), label }))}
                          onSend={(body) => edit(comment.id, body)}
                          onCancel={() => setEditing(null)}
                        />
                      </Show>
                    </li>
                  )}
                </For>
              </ol>
            </Show>
            <Show when={can(props.view.rights.comment)}>
              <CommentForm view={props.view} documentId={props.id} initial="" people={[]} onSend={add} />
            </Show>
            <Show when={removing()}>
              {(comment) => (
                <AskDialog
                  title={text('comments.removeAsk')}
                  closeLabel={text('close')}
                  cancelLabel={text('cancel')}
                  doLabel={text('comments.remove')}
                  onClose={() => setRemoving(null)}
                  onDo={() => void remove(comment())}
                >
                  <Body body={comment().body} names={names()} />
                </AskDialog>
              )}
            </Show>
          </>
        )}
      </Match>
    </Switch>
  )
}

function Body(props: { readonly body: string; readonly names: Readonly<Record<number, string>> }) {
  const text = useOwnText()
  return (
    <p class="crm-said mb-0">
      <For each={piecesOf(props.body)}>
        {(piece) => (typeof piece === 'string' ? piece : <span class="badge text-bg-secondary">@{props.names[piece.personId] ?? text('comments.gone')}</span>)}
      </For>
    </p>
  )
}
