import {
  AccessPanel,
  AskAccess,
  createLive,
  DocumentRights,
  FailureMessage,
  failureOf,
  failureText,
  onChanged,
  platformMessages,
  RemindersTab,
  RightButton,
  shortRightName,
  useCan,
  useKeys,
  useText,
} from '@crm/platform/ui'
import { Button, Dialog, PageHead, Skeleton, Tabs, toast } from '@crm/widgets/ui'
import { useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, For, type JSX, Match, mergeProps, Show, Switch } from 'solid-js'
import { documentOf, type Marked } from '../index.ts'
import { CommentsTab } from './comments/comments-tab.tsx'
import { Cell } from './cells.tsx'
import { DestroyDialog } from './destroy-dialog.tsx'
import { EditRecord } from './edit-record.tsx'
import type { Values } from './form.ts'
import { HistoryTab } from './history-tab.tsx'
import { Neighbours } from './neighbours.tsx'
import { PresentPeople } from './present-people.tsx'
import { Printed } from './printed.tsx'
import { RecordData } from './record-data.tsx'
import type { View } from './view.ts'
import { WithAdded } from './with-added.tsx'
import { dayNames, useOwnText, words } from './words.ts'

type Row = Values & Marked & { readonly shelf: 'current' | 'archived' | 'removed' }

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
                  row={known().row as unknown as Row}
                  tab={search.tab ?? 'data'}
                  onTab={(tab) => setSearch({ tab })}
                  onEdit={() => setSearch({ edit: '1', tab: null })}
                  onMoved={() => void answer.refetch()}
                />
              }
            >
              <EditRecord view={props.view} row={known().row as unknown as Row} onDone={() => saved()} onCancel={() => setSearch({ edit: null }, { replace: true })} />
            </Show>
          </DocumentRights.Provider>
        )}
      </Match>
    </Switch>
  )
}

interface Showing {
  readonly view: View
  readonly row: Row
  readonly tab: string
  readonly onTab: (tab: string) => void
  readonly onEdit: () => void
  readonly onMoved: () => void
}

function ShowRecord(props: Showing) {
  const text = useOwnText()
  const can = useCan()
  const platformText = useText(platformMessages)
  const navigate = useNavigate()
  const register = () => props.view.register
  const [isAsking, setAsking] = createSignal(false)
  const [isDestroying, setDestroying] = createSignal(false)
  /** Read through, so that what hangs below is made once a record and follows every refresh of it. */
  const row: Row = mergeProps(() => props.row)
  const ofRecord = (make: ((row: Row) => JSX.Element) | undefined) => (
    <Show when={props.row.id} keyed>
      {(_id) => make?.(row)}
    </Show>
  )
  const code = () => (register().code ? String(props.row[register().code?.field ?? ''] ?? '') : '')
  const title = () => String(props.row[register().list.title] ?? '')
  const ownTabs = () => (props.view.tabs ?? []).filter((tab) => can(tab.right))
  const tabs = () => [
    { id: 'data', label: text('tabs.data') },
    ...ownTabs().map(({ id, label }) => ({ id, label: label() })),
    ...(props.view.files ? [{ id: 'files', label: text('tabs.files') }] : []),
    ...(can(props.view.rights.comments) ? [{ id: 'comments', label: text('tabs.comments') }] : []),
    ...(can(props.view.rights.reminders.view) ? [{ id: 'reminders', label: text('tabs.reminders') }] : []),
    ...(can(props.view.rights.access) ? [{ id: 'access', label: platformText('access.tab') }] : []),
    ...(can(props.view.rights.history) ? [{ id: 'history', label: text('tabs.history') }] : []),
  ]
  const move = async (how: 'archive' | 'restore' | 'remove', said: string) => {
    try {
      const moved = await props.view.api[how].run({ id: props.row.id, version: props.row.version })
      props.onMoved()
      const undo =
        how === 'restore' || !can(props.view.rights.restore) ? {} : { action: { label: text('undo'), run: () => void props.view.api.restore.run(moved).then(props.onMoved) } }
      toast({ text: said, ...undo })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
      props.onMoved()
    }
  }
  useKeys([{ key: 'e', does: () => platformText('keys.edit'), run: () => can(props.view.rights.edit) && props.row.shelf === 'current' && props.onEdit() }])
  return (
    <>
      <PageHead
        title={code() ? `${code()} · ${title()}` : title()}
        aside={
          <>
            <For each={Object.keys(props.view.badges)}>
              {(name) => (
                <Show when={register().fields[name]}>
                  {(field) => <Cell view={props.view} name={name} field={field()} value={props.row[name]} sibling={(other) => props.row[other]} />}
                </Show>
              )}
            </For>
            <Show when={props.row.shelf !== 'current'}>
              <span class="badge text-bg-secondary">{props.row.shelf === 'archived' ? text('onShelf.archived') : text('onShelf.removed')}</span>
            </Show>
          </>
        }
        actions={
          <>
            <Show
              when={props.row.shelf === 'current'}
              fallback={
                <RightButton right={props.view.rights.restore} icon="restore" onClick={() => void move('restore', text('restored'))}>
                  {text('restore')}
                </RightButton>
              }
            >
              <RightButton right={props.view.rights.edit} look="primary" icon="pencil" onClick={() => props.onEdit()}>
                {text('edit')}
              </RightButton>
              <RightButton right={props.view.rights.archive} icon="archive" onClick={() => void move('archive', text('archived'))}>
                {text('archive')}
              </RightButton>
            </Show>
            <Show when={props.row.shelf === 'removed'}>
              <RightButton right={props.view.rights.destroy} look="danger" icon="trash" title={text('destroy.trash')} onClick={() => setDestroying(true)}>
                {text('destroy.button')}
              </RightButton>
            </Show>
            <Show when={props.row.shelf === 'current'}>{props.view.actions?.(props.row.id)}</Show>
            <Show when={props.row.shelf !== 'removed'}>
              <RightButton right={props.view.rights.remove} look="danger" icon="trash" onClick={() => setAsking(true)}>
                {text('remove')}
              </RightButton>
            </Show>
            <Neighbours view={props.view} id={props.row.id} tab={props.tab} />
            <Button icon="list" onClick={() => navigate(props.view.path)}>
              {words(props.view).title()}
            </Button>
          </>
        }
      />
      <Printed />
      {ofRecord(props.view.banner)}
      <Tabs label={words(props.view).one()} tabs={tabs()} at={props.tab} onChange={props.onTab} />
      <div role="tabpanel" aria-labelledby={`tab-${props.tab}`}>
        <Switch
          fallback={
            <>
              <RecordData view={props.view} row={props.row} />
              {ofRecord(props.view.below)}
            </>
          }
        >
          <Match when={ownTabs().find((tab) => tab.id === props.tab)} keyed>
            {(tab) => ofRecord(tab.content)}
          </Match>
          <Match when={props.tab === 'files'}>
            {/* Made once a record: uploads under way outlive every refresh of it. */}
            <Show when={props.row.id} keyed>
              {(id) => props.view.files?.(id)}
            </Show>
          </Match>
          <Match when={props.tab === 'comments' && can(props.view.rights.comments)}>
            <CommentsTab view={props.view} id={props.row.id} />
          </Match>
          <Match when={props.tab === 'access' && can(props.view.rights.access)}>
            <AccessPanel
              document={documentOf(register(), props.row.id)}
              id={props.row.id}
              api={props.view.api.access}
              labelOf={(right) => shortRightName(props.view.messages, right)}
            />
          </Match>
          <Match when={props.tab === 'reminders' && can(props.view.rights.reminders.view)}>
            <RemindersTab
              document={documentOf(register(), props.row.id)}
              documentId={props.row.id}
              rights={props.view.rights.reminders}
              api={props.view.api.reminders}
              fields={dayNames(props.view)}
            />
          </Match>
          <Match when={props.tab === 'history'}>
            <HistoryTab view={props.view} row={props.row} />
          </Match>
        </Switch>
      </div>
      <Show when={isDestroying()}>
        <DestroyDialog view={props.view} record={props.row} onClose={() => setDestroying(false)} onGone={() => navigate(`${props.view.path}?s=removed`, { replace: true })} />
      </Show>
      <Show when={isAsking()}>
        <Dialog
          title={text('removeAsk')}
          closeLabel={text('close')}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{text('cancel')}</Button>
              <Button
                look="danger"
                onClick={() => {
                  setAsking(false)
                  void move('remove', text('removed'))
                }}
              >
                {text('remove')}
              </Button>
            </>
          }
        >
          {text('removeWhy')}
        </Dialog>
      </Show>
    </>
  )
}
