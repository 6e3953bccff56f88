import { issuesOf } from '@crm/platform'
import { failureOf, failureText, issueText, RightButton, useCan } from '@crm/platform/ui'
import { Button, Dialog, toast } from '@crm/widgets/ui'
import { createSignal, For, Show } from 'solid-js'
import type { BulkAnswer, BulkInput, Selection } from '../../index.ts'
import { BulkEdit } from './bulk-edit.tsx'
import { createBulk } from './bulk-run.ts'
import type { createChoice } from './choice.ts'
import type { View } from '../view.ts'
import { useOwnText, words } from '../words.ts'

/** What can be done with the picked records; rises from below when there are any. */
export function BulkBar(props: { readonly view: View; readonly choice: ReturnType<typeof createChoice>; readonly selection: Selection; readonly onDone: () => void }) {
  const text = useOwnText()
  const can = useCan()
  const bulk = createBulk()
  const [report, setReport] = createSignal<BulkAnswer | null>(null)
  const [isEditing, setEditing] = createSignal(false)
  const ids = () => [...props.choice.chosen()]

  async function run(act: (input: BulkInput) => Promise<BulkAnswer>, undo?: (input: BulkInput) => Promise<BulkAnswer>): Promise<void> {
    const answer = await bulk.run(ids(), act)
    props.choice.set(answer.refused.map((one) => one.id))
    props.onDone()
    if (answer.refused.length > 0) return void setReport(answer)
    const takeBack = async () => {
      if (undo) await bulk.run(answer.done, undo)
      props.onDone()
    }
    toast({ text: text('bulk.done', { count: answer.done.length }), ...(undo ? { action: { label: text('undo'), run: () => void takeBack() } } : {}) })
  }

  async function chooseAll(): Promise<void> {
    try {
      const found = await props.view.api.bulk.ids.fetch(props.selection)
      props.choice.set(found.ids)
      if (found.isCapped) toast({ text: text('bulk.capped', { count: found.ids.length }) })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
  }

  const back = () => (can(props.view.rights.restore) ? props.view.api.bulk.restore.run : undefined)
  return (
    <>
      <Show when={ids().length > 0}>
        <div class="crm-bulk" role="toolbar" aria-label={text('bulk.bar')}>
          <Show
            when={bulk.progress()}
            fallback={
              <>
                <strong role="status">{text('bulk.chosen', { count: ids().length })}</strong>
                <Button look="quiet" onClick={() => void chooseAll()}>
                  {text('bulk.all')}
                </Button>
                <Button look="quiet" icon="cross" onClick={() => props.choice.clear()}>
                  {text('bulk.none')}
                </Button>
                <Show when={props.selection.shelf === 'current'}>
                  <RightButton right={props.view.rights.edit} icon="pencil" onClick={() => setEditing(true)}>
                    {text('bulk.edit')}
                  </RightButton>
                  {props.view.manyActions?.(ids())}
                  <RightButton right={props.view.rights.archive} icon="archive" onClick={() => void run(props.view.api.bulk.archive.run, back())}>
                    {text('archive')}
                  </RightButton>
                </Show>
                <Show when={props.selection.shelf !== 'current'}>
                  <RightButton right={props.view.rights.restore} icon="restore" onClick={() => void run(props.view.api.bulk.restore.run)}>
                    {text('restore')}
                  </RightButton>
                </Show>
                <Show when={props.selection.shelf !== 'removed'}>
                  <RightButton right={props.view.rights.remove} look="danger" icon="trash" onClick={() => void run(props.view.api.bulk.remove.run, back())}>
                    {text('remove')}
                  </RightButton>
                </Show>
              </>
            }
          >
            {(at) => (
              <>
                <progress value={at().done} max={at().of} aria-label={text('bulk.bar')} />
                <span role="status">{text('bulk.progress', { done: at().done, of: at().of })}</span>
                <Button onClick={() => bulk.stop()}>{text('bulk.stop')}</Button>
              </>
            )}
          </Show>
        </div>
      </Show>
      <Show when={isEditing()}>
        <BulkEdit
          view={props.view}
          count={ids().length}
          onClose={() => setEditing(false)}
          onRun={(act) => {
            setEditing(false)
            void run(act)
          }}
        />
      </Show>
      <Show when={report()}>{(answer) => <Report view={props.view} answer={answer()} onClose={() => setReport(null)} />}</Show>
    </>
  )
}

/** "18 done, 2 refused": which, and why each. */
function Report(props: { readonly view: View; readonly answer: BulkAnswer; readonly onClose: () => void }) {
  const text = useOwnText()
  const reason = (one: BulkAnswer['refused'][number]) => {
    const issues = issuesOf(one.failure)
    return issues.length === 0 ? failureText(one.failure) : issues.map((issue) => `${words(props.view).field(issue.path)}: ${issueText(issue, props.view.messages)}`).join(' ')
  }
  return (
    <Dialog
      title={text('bulk.report', { done: props.answer.done.length, refused: props.answer.refused.length })}
      closeLabel={text('close')}
      onClose={() => props.onClose()}
      footer={<Button onClick={() => props.onClose()}>{text('close')}</Button>}
    >
      <p>{text('bulk.stay')}</p>
      <ul class="mb-0">
        <For each={props.answer.refused.slice(0, 100)}>
          {(one) => (
            <li>
              <a href={`${props.view.path}/${one.id}`}>{one.code ?? `#${one.id}`}</a>: {reason(one)}
            </li>
          )}
        </For>
      </ul>
    </Dialog>
  )
}
