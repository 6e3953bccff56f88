import { AskDialog } from '@crm/widgets/ui'
import { type BeforeLeaveEventArgs, useBeforeLeave } from '@solidjs/router'
import { createSignal, onCleanup, Show, untrack } from 'solid-js'
import { useOwnText } from '../words.ts'

/** Asks before a form with something unsaved is left, by a link or by closing the tab. */
export function LeaveGuard(props: { readonly isDirty: boolean; readonly onDrop: () => void }) {
  const text = useOwnText()
  const [leaving, setLeaving] = createSignal<BeforeLeaveEventArgs | null>(null)
  useBeforeLeave((event) => {
    const isHere = typeof event.to === 'string' && event.to.split('?')[0] === event.from.pathname && event.to.includes('edit=')
    if (!props.isDirty || event.defaultPrevented || isHere) return
    event.preventDefault()
    setLeaving(event)
  })
  const onUnload = (event: BeforeUnloadEvent) => {
    if (untrack(() => props.isDirty)) event.preventDefault()
  }
  addEventListener('beforeunload', onUnload)
  onCleanup(() => removeEventListener('beforeunload', onUnload))
  return (
    <Show when={leaving()}>
      {(event) => (
        <AskDialog
          title={text('leaveAsk')}
          closeLabel={text('close')}
          cancelLabel={text('stay')}
          doLabel={text('leave')}
          onClose={() => setLeaving(null)}
          onDo={() => {
            const left = event()
            setLeaving(null)
            props.onDrop()
            left.retry(true)
          }}
        >
          {text('leaveWhy')}
        </AskDialog>
      )}
    </Show>
  )
}
