import { Button, toast } from '@crm/widgets/ui'
import { createSignal, Show } from 'solid-js'
import type { Day, Occurrence } from '../../index.ts'
import { formatDay } from '../format.ts'
import { failureOf } from '../refused.ts'
import { failureText } from '../text.ts'
import { SnoozeDialog } from './snooze-dialog.tsx'
import { useReminderText } from './words.ts'

/** The two buttons of one date; each is there only for who holds its right. */
export function Answering(props: {
  readonly occurrence: Pick<Occurrence, 'id'>
  readonly about: string
  readonly canDone: boolean
  readonly canSnooze: boolean
  readonly done: (occurrenceId: number) => Promise<unknown>
  readonly snooze: (occurrenceId: number, until: Day) => Promise<unknown>
  readonly onAnswered: () => void
}) {
  const text = useReminderText()
  const [isSnoozing, setSnoozing] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)
  async function done(): Promise<void> {
    setBusy(true)
    try {
      await props.done(props.occurrence.id)
      toast({ text: text('doneSaid') })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    setBusy(false)
    props.onAnswered()
  }
  async function snooze(until: Day): Promise<void> {
    await props.snooze(props.occurrence.id, until)
    setSnoozing(false)
    toast({ text: text('snoozed', { on: formatDay(until) }) })
    props.onAnswered()
  }
  return (
    <span class="d-inline-flex gap-1">
      <Show when={props.canDone}>
        <Button icon="check" isBusy={isBusy()} onClick={() => void done()}>
          {text('done')}
        </Button>
      </Show>
      <Show when={props.canSnooze}>
        <Button look="quiet" icon="history" onClick={() => setSnoozing(true)}>
          {text('snooze')}
        </Button>
      </Show>
      <Show when={isSnoozing()}>
        <SnoozeDialog about={props.about} onClose={() => setSnoozing(false)} onSnooze={snooze} />
      </Show>
    </span>
  )
}
