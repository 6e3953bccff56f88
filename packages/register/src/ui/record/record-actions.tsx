import { failureOf, failureText, RightButton, useCan } from '@crm/platform/ui'
import { AskDialog, Button, toast } from '@crm/widgets/ui'
import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { DestroyDialog } from './destroy-dialog.tsx'
import { PrintButton } from './printed.tsx'
import { Neighbours } from '../list/neighbours.tsx'
import type { Shown, View } from '../view.ts'
import { useOwnText, words } from '../words.ts'

interface RecordActionsProps {
  readonly view: View
  readonly row: Shown
  readonly tab: string
  readonly onEdit: () => void
  readonly onMoved: () => void
}

/** What may be done with a record as a whole, and the ways to its neighbours and its list. */
export function RecordActions(props: RecordActionsProps) {
  const text = useOwnText()
  const can = useCan()
  const navigate = useNavigate()
  const [isAsking, setAsking] = createSignal(false)
  const [isDestroying, setDestroying] = createSignal(false)
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
  return (
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
      <PrintButton right={props.view.rights.print} tell={() => props.view.api.print.record.fetch({ id: props.row.id })} />
      <Neighbours view={props.view} id={props.row.id} tab={props.tab} />
      <Button icon="list" onClick={() => navigate(props.view.path)}>
        {words(props.view).title()}
      </Button>
      <Show when={isDestroying()}>
        <DestroyDialog view={props.view} record={props.row} onClose={() => setDestroying(false)} onGone={() => navigate(`${props.view.path}?s=removed`, { replace: true })} />
      </Show>
      <Show when={isAsking()}>
        <AskDialog
          title={text('removeAsk')}
          closeLabel={text('close')}
          cancelLabel={text('cancel')}
          doLabel={text('remove')}
          onClose={() => setAsking(false)}
          onDo={() => {
            setAsking(false)
            void move('remove', text('removed'))
          }}
        >
          {text('removeWhy')}
        </AskDialog>
      </Show>
    </>
  )
}
