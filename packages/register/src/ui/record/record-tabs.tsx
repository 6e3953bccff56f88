import { AccessPanel, platformMessages, RemindersTab, shortRightName, useCan, useText } from '@crm/platform/ui'
import { Tabs } from '@crm/widgets/ui'
import { Match, Show, Switch } from 'solid-js'
import { documentOf } from '../../index.ts'
import { CommentsTab } from '../comments/comments-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { OncePerRecord } from './once-per-record.tsx'
import { RecordData } from './record-data.tsx'
import type { Shown, View } from '../view.ts'
import { dayNames, useOwnText, words } from '../words.ts'

/** What there is about a record, a tab each; those that the reader may not open are not there. */
export function RecordTabs(props: { readonly view: View; readonly row: Shown; readonly tab: string; readonly onTab: (tab: string) => void }) {
  const text = useOwnText()
  const can = useCan()
  const platformText = useText(platformMessages)
  const register = () => props.view.register
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
  return (
    <>
      <Tabs label={words(props.view).one()} tabs={tabs()} at={props.tab} onChange={props.onTab} />
      <div role="tabpanel" aria-labelledby={`tab-${props.tab}`}>
        <Switch
          fallback={
            <>
              <RecordData view={props.view} row={props.row} />
              <OncePerRecord row={props.row} make={props.view.below} />
            </>
          }
        >
          <Match when={ownTabs().find((tab) => tab.id === props.tab)} keyed>
            {(tab) => <OncePerRecord row={props.row} make={tab.content} />}
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
    </>
  )
}
