import { platformMessages, useCan, useKeys, useText } from '@crm/platform/ui'
import { PageHead } from '@crm/widgets/ui'
import { For, Show } from 'solid-js'
import { Cell } from '../cells.tsx'
import { OncePerRecord } from './once-per-record.tsx'
import { Printed } from './printed.tsx'
import { RecordActions } from './record-actions.tsx'
import { RecordTabs } from './record-tabs.tsx'
import type { Shown, View } from '../view.ts'
import { useOwnText } from '../words.ts'

interface Showing {
  readonly view: View
  readonly row: Shown
  readonly tab: string
  readonly onTab: (tab: string) => void
  readonly onEdit: () => void
  readonly onMoved: () => void
}

/** The page of a record that is read: its name, what must be known at once, what may be done, and everything about it. */
export function ShowRecord(props: Showing) {
  const text = useOwnText()
  const can = useCan()
  const platformText = useText(platformMessages)
  const register = () => props.view.register
  const code = () => (register().code ? String(props.row[register().code?.field ?? ''] ?? '') : '')
  const title = () => String(props.row[register().list.title] ?? '')
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
        actions={<RecordActions view={props.view} row={props.row} tab={props.tab} onEdit={props.onEdit} onMoved={props.onMoved} />}
      />
      <Printed right={props.view.rights.print} tell={() => props.view.api.print.record.fetch({ id: props.row.id })} />
      <OncePerRecord row={props.row} make={props.view.banner} />
      <RecordTabs view={props.view} row={props.row} tab={props.tab} onTab={props.onTab} />
    </>
  )
}
