import { FormField, Select, TextInput } from '@crm/widgets/ui'
import { Show } from 'solid-js'
import { weekNumbers } from '../../index.ts'
import { DayField } from '../day-field.tsx'
import type { ReminderDraft } from './reminder-form.ts'
import { reminderWord, useReminderText } from './words.ts'

const units = ['once', 'day', 'week', 'month', 'quarter', 'year'] as const
const inMonth = ['sameNumber', 'lastDay', 'lastBusinessDay', 'weekday'] as const

/** Once or how often, on which day, from when to when. */
export function RecurrenceFields(props: {
  readonly draft: ReminderDraft
  readonly problemAt: (path: string) => string | undefined
  readonly onInput: (change: Partial<ReminderDraft>) => void
}) {
  const text = useReminderText()
  const isOnce = () => props.draft.unit === 'once'
  const isMonthly = () => ['month', 'quarter', 'year'].includes(props.draft.unit)
  return (
    <>
      <FormField name="reminder-unit" label={text('every')}>
        {(input) => (
          <Select
            input={input}
            value={props.draft.unit}
            options={units.map((value) => ({ value, label: value === 'once' ? text('once') : text(`units.${value}`) }))}
            onInput={(unit) => props.onInput({ unit: units.find((known) => known === unit) ?? 'once' })}
          />
        )}
      </FormField>
      <FormField name="reminder-startsOn" label={isOnce() ? text('day') : text('startsOn')} isRequired error={props.problemAt('target.startsOn')}>
        {(input) => <DayField input={input} value={props.draft.startsOn} onInput={(startsOn) => props.onInput({ startsOn })} />}
      </FormField>
      <Show when={!isOnce()}>
        <FormField name="reminder-step" label={text('step')} isRequired error={props.problemAt('target.every.step')}>
          {(input) => <TextInput input={input} isNumber value={props.draft.step} maxLength={3} onInput={(step) => props.onInput({ step })} />}
        </FormField>
      </Show>
      <Show when={isMonthly()}>
        <FormField name="reminder-on" label={text('on')}>
          {(input) => (
            <Select
              input={input}
              value={props.draft.on}
              options={inMonth.map((value) => ({ value, label: text(`onChoices.${value}`) }))}
              onInput={(on) => props.onInput({ on: inMonth.find((known) => known === on) ?? 'sameNumber' })}
            />
          )}
        </FormField>
      </Show>
      <Show when={isMonthly() && props.draft.on === 'weekday'}>
        <FormField name="reminder-week" label={text('week')}>
          {(input) => (
            <Select
              input={input}
              value={props.draft.week}
              options={weekNumbers.map((value) => ({ value, label: text(`weeks.${value}`) }))}
              onInput={(week) => props.onInput({ week })}
            />
          )}
        </FormField>
        <FormField name="reminder-weekday" label={text('weekday')}>
          {(input) => (
            <Select
              input={input}
              value={props.draft.weekday}
              options={['1', '2', '3', '4', '5', '6', '7'].map((value) => ({ value, label: reminderWord(`weekdayNames.${value}`) }))}
              onInput={(weekday) => props.onInput({ weekday })}
            />
          )}
        </FormField>
      </Show>
      <Show when={!isOnce()}>
        <FormField name="reminder-endsOn" label={text('endsOn')} help={text('endsOnHelp')} error={props.problemAt('target.endsOn')}>
          {(input) => <DayField input={input} value={props.draft.endsOn} onInput={(endsOn) => props.onInput({ endsOn })} />}
        </FormField>
        <FormField name="reminder-count" label={text('count')} help={text('countHelp')} error={props.problemAt('target.count')}>
          {(input) => <TextInput input={input} isNumber value={props.draft.count} maxLength={4} onInput={(count) => props.onInput({ count })} />}
        </FormField>
      </Show>
    </>
  )
}
