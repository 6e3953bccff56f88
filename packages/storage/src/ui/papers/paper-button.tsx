import { useCan, useText } from '@crm/platform/ui'
import { Button } from '@crm/widgets/ui'
import { createSignal, Show } from 'solid-js'
import { paperMessages } from '../../messages/papers.ts'
import type { Papers } from './paper-api.ts'
import { PaperDialog } from './paper-dialog.tsx'

interface PaperButtonProps extends Papers {
  readonly documentIds: readonly number[]
  /** Whether somebody has it; not said for a selection. */
  readonly isLent?: boolean
  readonly onDone?: () => void
}

/** Moves, lends and takes back the papers of one document or of a selection. */
export function PaperButton(props: PaperButtonProps) {
  const text = useText(paperMessages)
  const can = useCan()
  const [isOpen, setOpen] = createSignal(false)
  return (
    <Show when={can(props.rights.move) || can(props.rights.lend)}>
      <Button icon="folder" onClick={() => setOpen(true)}>
        {text(props.documentIds.length === 1 ? 'paper' : 'papers')}…
      </Button>
      <Show when={isOpen()}>
        <PaperDialog
          {...props}
          first={props.isLent ? 'giveBack' : 'move'}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            props.onDone?.()
          }}
        />
      </Show>
    </Show>
  )
}
