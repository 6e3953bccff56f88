import { Button, Dialog, FormField, Select, TextInput, toast } from '@crm/widgets/ui'
import { createMemo, createSignal, Show, untrack } from 'solid-js'
import { createStore } from 'solid-js/store'
import { addDays, dayOf, type Issue, issuesOf, leadUnits, offDayRules, type ReminderLine, type RemindersAnswer } from '../../index.ts'
import type { ReminderProcedures } from '../../server/index.ts'
import type { Api } from '../api.ts'
import { failureOf } from '../refused.ts'
import { failureText, issueText } from '../text.ts'
import { Preview } from './preview.tsx'
import { RecipientsField } from './recipients-field.tsx'
import { RecurrenceFields } from './recurrence-fields.tsx'
import { calendarTarget, draftOf, readDraft, type ReminderDraft } from './reminder-form.ts'
import { type DayName, useReminderText } from './words.ts'

/** A new reminder, or one that is changed: of what, when, to whom; the next dates beside it as it is typed. */
export function ReminderDialog(props: {
  readonly documentId: number
  readonly api: Api<ReminderProcedures>
  readonly fields: readonly DayName[]
  readonly answer: RemindersAnswer
  readonly reminder: ReminderLine | null
  readonly onClose: () => void
  readonly onSaved: () => void
}) {
  const text = useReminderText()
  const first = untrack(() => draftOf(props.reminder?.plan ?? null, addDays(dayOf(new Date()), 1)))
  const [draft, setDraft] = createStore<ReminderDraft>({ ...first })
  const [refused, setRefused] = createSignal<readonly Issue[]>([])
  const [problem, setProblem] = createSignal('')
  const [isTried, setTried] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)
  const read = createMemo(() => readDraft({ ...draft }))
  /** What will be sent does not depend on what it is about: the dates appear before that is written. */
  const previewed = createMemo(() => readDraft({ ...draft, about: 'x', recipients: ['owner'] }).plan)
  const issues = () => (isTried() ? [...read().issues, ...refused()] : [])
  const problemAt = (path: string) => {
    const issue = issues().find((one) => one.path === path || one.path.startsWith(`${path}.`))
    return issue && issueText(issue)
  }
  const change = (part: Partial<ReminderDraft>) => {
    setRefused([])
    setDraft(part)
  }
  const steps = () => (previewed()?.leads ?? []).length

  async function save(): Promise<void> {
    setTried(true)
    setProblem('')
    const { plan } = read()
    if (!plan) return
    setBusy(true)
    try {
      const { documentId } = props
      await (props.reminder ? props.api.edit.run({ documentId, id: props.reminder.id, version: props.reminder.version, plan }) : props.api.add.run({ documentId, plan }))
      toast({ text: text('saved') })
      props.onSaved()
    } catch (error) {
      const failure = failureOf(error)
      setRefused(issuesOf(failure))
      if (refused().length === 0) setProblem(failureText(failure))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      title={props.reminder ? text('edit') : text('add')}
      closeLabel={text('close')}
      isWide
      onClose={() => props.onClose()}
      footer={
        <>
          <span class="text-danger me-auto" role="alert">
            {problem()}
          </span>
          <Button onClick={() => props.onClose()}>{text('cancel')}</Button>
          <Button look="primary" icon="check" isBusy={isBusy()} onClick={() => void save()}>
            {text('save')}
          </Button>
        </>
      }
    >
      <div class="crm-beside">
        <div>
          <FormField name="reminder-about" label={text('about')} isRequired error={problemAt('about')}>
            {(input) => <TextInput input={input} value={draft.about} maxLength={200} onInput={(about) => change({ about })} />}
          </FormField>
          <div class="crm-fields mt-2">
            <FormField name="reminder-target" label={text('target')} error={problemAt('target.field')}>
              {(input) => (
                <Select
                  input={input}
                  value={draft.target}
                  options={[
                    { value: calendarTarget, label: text('fromCalendar') },
                    ...props.fields.map(({ name, label }) => ({ value: name, label: text('fromField', { field: label }) })),
                  ]}
                  onInput={(target) => change({ target })}
                />
              )}
            </FormField>
            <Show when={draft.target === calendarTarget}>
              <RecurrenceFields draft={draft} problemAt={problemAt} onInput={change} />
            </Show>
            <FormField name="reminder-leads" label={text('leads')} isRequired help={text('leadsHelp')} error={problemAt('leads')}>
              {(input) => <TextInput input={input} value={draft.leads} maxLength={60} onInput={(leads) => change({ leads })} />}
            </FormField>
            <FormField name="reminder-leadUnit" label={text('leadUnit')}>
              {(input) => (
                <Select
                  input={input}
                  value={draft.leadUnit}
                  options={leadUnits.map((value) => ({ value, label: text(`leadUnits.${value}`) }))}
                  onInput={(leadUnit) => change({ leadUnit })}
                />
              )}
            </FormField>
            <FormField name="reminder-offDays" label={text('offDays')}>
              {(input) => (
                <Select
                  input={input}
                  value={draft.offDays}
                  options={offDayRules.map((value) => ({ value, label: text(`offDayChoices.${value}`) }))}
                  onInput={(offDays) => change({ offDays })}
                />
              )}
            </FormField>
            <FormField name="reminder-time" label={text('time')} isRequired error={problemAt('time')}>
              {(input) => <TextInput input={input} value={draft.time} maxLength={5} onInput={(time) => change({ time })} />}
            </FormField>
            <FormField name="reminder-escalate" label={text('escalate')} error={problemAt('escalateFrom')}>
              {(input) => (
                <Select
                  input={input}
                  value={draft.escalateFrom}
                  emptyLabel={text('never')}
                  options={Array.from({ length: Math.max(steps(), Number(draft.escalateFrom)) }, (_, at) => ({
                    value: String(at + 1),
                    label: text('fromStep', { count: at + 1 }),
                  }))}
                  onInput={(escalateFrom) => change({ escalateFrom })}
                />
              )}
            </FormField>
          </div>
          <RecipientsField
            recipients={draft.recipients}
            names={props.answer.names}
            problem={problemAt('recipients')}
            find={(typed) => props.api.holders.fetch({ documentId: props.documentId, text: typed })}
            onInput={(recipients) => change({ recipients })}
          />
        </div>
        <Preview plan={previewed()} days={props.answer.days} fields={props.fields} />
      </div>
    </Dialog>
  )
}
