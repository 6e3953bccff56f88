import { useText } from '@crm/platform/ui'
import { Match, Switch } from 'solid-js'
import type { HolderLine, RightLine, RightsTable } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { EffectDialog, ManyDialog, WhyDialog } from './rights-dialogs.tsx'
import type { createChanges } from './rights-state.ts'

/** What is open over the table of rights. */
export type Open =
  | { readonly what: 'why'; readonly holder: HolderLine; readonly right: RightLine }
  | { readonly what: 'column'; readonly holder: HolderLine }
  | { readonly what: 'row'; readonly right: RightLine }
  | { readonly what: 'effect' }

interface DialogsProps {
  readonly open: Open | null
  readonly table: RightsTable
  readonly changes: ReturnType<typeof createChanges>
  readonly columns: readonly string[]
  readonly shown: readonly number[]
  readonly onClose: () => void
  readonly onSaved: () => void
  readonly onMarked: () => void
}

/** The dialog of what is open; none where nothing is. */
export function OpenDialog(props: DialogsProps) {
  const text = useText(messages)
  const at = <What extends Open['what']>(what: What) => (props.open?.what === what ? (props.open as Extract<Open, { what: What }>) : null) // told by its `what`
  return (
    <Switch>
      <Match when={at('why')}>{(open) => <WhyDialog holder={open().holder} right={open().right} onClose={() => props.onClose()} />}</Match>
      <Match when={at('effect')}>
        <EffectDialog change={props.changes.change()} table={props.table} onClose={() => props.onClose()} onSaved={() => props.onSaved()} />
      </Match>
      <Match when={at('column')}>
        {(open) => (
          <ManyDialog
            title={open().holder.name}
            userId={open().holder.kind === 'person' ? Number(open().holder.id.slice(1)) : undefined}
            note={text('table.columnOf', { name: open().holder.name })}
            onClose={() => props.onClose()}
            onMark={(effect) => {
              props.changes.markMany([open().holder.id], { rights: props.shown, effect })
              props.onMarked()
            }}
          />
        )}
      </Match>
      <Match when={at('row')}>
        {(open) => (
          <ManyDialog
            title={open().right.name}
            note={text('table.rowOf')}
            onClose={() => props.onClose()}
            onMark={(effect) => {
              props.changes.markMany(props.columns, { rights: [props.table.rights.findIndex((right) => right.id === open().right.id)], effect })
              props.onMarked()
            }}
          />
        )}
      </Match>
    </Switch>
  )
}
