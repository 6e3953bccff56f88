import { Button, Dialog, FormField } from '@crm/widgets/ui'
import { createSignal, For } from 'solid-js'
import { addDays, type Day, dayOf, issuesOf } from '../../index.ts'
import { DayField } from '../day-field.tsx'
import { failureOf } from '../refused.ts'
import { failureText, issueText } from '../text.ts'
import { useReminderText } from './words.ts'

const offered = [1, 3, 7, 14] as const

/** To which day one date is put off. */
export function SnoozeDialog(props: { readonly about: string; readonly onClose: () => void; readonly onSnooze: (until: Day) => Promise<void> }) {
  const text = useReminderText()
  const today = dayOf(new Date())
  const [until, setUntil] = createSignal<Day>(addDays(today, 1))
  const [problem, setProblem] = createSignal<string | undefined>(undefined)
  const [isBusy, setBusy] = createSignal(false)
  async function snooze(day: Day): Promise<void> {
    setUntil(day)
    setBusy(true)
    try {
      await props.onSnooze(day)
    } catch (error) {
      const failure = failureOf(error)
      const [issue] = issuesOf(failure)
      setProblem(issue ? issueText(issue) : failureText(failure))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={text('snoozeTitle', { about: props.about })}
      closeLabel={text('close')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{text('cancel')}</Button>
          <Button look="primary" isBusy={isBusy()} onClick={() => void snooze(until())}>
            {text('snooze')}
          </Button>
        </>
      }
    >
      <p class="crm-quiet">{text('snoozeWhy')}</p>
      <div class="d-flex flex-wrap gap-2 mb-3">
        <For each={offered}>{(days) => <Button onClick={() => void snooze(addDays(today, days))}>{days === 1 ? text('tomorrow') : text('inDays', { count: days })}</Button>}</For>
      </div>
      <FormField name="reminder-until" label={text('until')} error={problem()}>
        {(input) => <DayField input={input} value={until()} onInput={setUntil} />}
      </FormField>
    </Dialog>
  )
}
