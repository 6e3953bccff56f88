import { AskAccess, createLive, DocumentRights, FailureMessage, failureOf, onChanged } from '@crm/platform/ui'
import { Skeleton, toast } from '@crm/widgets/ui'
import { useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { createEffect, Match, Show, Switch } from 'solid-js'
import { documentOf } from '../../index.ts'
import { EditRecord } from './edit-record.tsx'
import { PresentPeople } from './present-people.tsx'
import { ShowRecord } from './show-record.tsx'
import { VoidedNotice } from './voided-notice.tsx'
import type { Shown, View } from '../view.ts'
import { WithAdded } from '../with-added.tsx'
import { useOwnText } from '../words.ts'

/** One record: its data, files and history, and what may be done with it. */
export function RecordPage(props: { readonly view: View }) {
  return <WithAdded view={props.view}>{(view) => <OneRecord view={view} />}</WithAdded>
}

function OneRecord(props: { readonly view: View }) {
  const text = useOwnText()
  const params = useParams<{ id: string }>()
  const [search, setSearch] = useSearchParams<{ tab?: string; edit?: string }>()
  const id = () => Number(params.id)
  const answer = createLive(id, (wanted) => props.view.api.get.fetch({ id: wanted }))
  // An old address may ask to edit what has been put away since.
  const isEditing = () => search.edit === '1' && answer.value()?.row.shelf === 'current'
  onChanged(
    () => documentOf(props.view.register, id()),
    () => {
      if (!isEditing()) void answer.refetch()
    },
  )
  const navigate = useNavigate()
  createEffect(() => {
    if (answer.error() && failureOf(answer.error()).code === 'missing') void follow(id())
  })
  /** A link to a record that became part of another leads on. */
  async function follow(gone: number): Promise<void> {
    const into = await props.view.elsewhere?.(gone).catch(() => null)
    if (!into || gone !== id()) return
    toast({ text: text('mergedInto', { name: into.name }) })
    navigate(`${props.view.path}/${into.id}`, { replace: true })
  }
  async function saved(): Promise<void> {
    await answer.refetch()
    setSearch({ edit: null }, { replace: true })
  }
  return (
    <Switch fallback={<Skeleton lines={10} label={text('loading')} />}>
      <Match when={answer.error()}>
        <FailureMessage error={answer.error()} again={() => void answer.refetch()} />
        <Show when={failureOf(answer.error()).code === 'missing'}>
          <VoidedNotice view={props.view} recordId={id()} />
        </Show>
        {/* Offered for what is not there, too: it tells nothing about what is. */}
        <Show when={['missing', 'denied'].includes(failureOf(answer.error()).code)}>
          <p class="text-center">
            <AskAccess right={props.view.rights.view.id} document={documentOf(props.view.register, id())} />
          </p>
        </Show>
      </Match>
      <Match when={answer.value()}>
        {(known) => (
          <DocumentRights.Provider value={() => known().can}>
            <PresentPeople view={props.view} id={id()} isEditing={isEditing()} />
            <Show
              when={isEditing()}
              fallback={
                <ShowRecord
                  view={props.view}
                  row={known().row as unknown as Shown}
                  tab={search.tab ?? 'data'}
                  onTab={(tab) => setSearch({ tab })}
                  onEdit={() => setSearch({ edit: '1', tab: null })}
                  onMoved={() => void answer.refetch()}
                />
              }
            >
              <EditRecord view={props.view} row={known().row as unknown as Shown} onDone={() => saved()} onCancel={() => setSearch({ edit: null }, { replace: true })} />
            </Show>
          </DocumentRights.Provider>
        )}
      </Match>
    </Switch>
  )
}
