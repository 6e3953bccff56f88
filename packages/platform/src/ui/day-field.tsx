import { DayInput, type InputProps } from '@crm/widgets/ui'
import { dayOf } from '../index.ts'
import { messages } from '../messages/index.ts'
import { language } from './session.ts'
import { useText } from './text.ts'

/** A day in a form, with today as Warsaw has it. Hands over `2026-11-22`, nothing, or what was typed when it is no day. */
export function DayField(props: { readonly input: InputProps; readonly value: string; readonly onInput: (day: string) => void }) {
  const text = useText(messages)
  return (
    <DayInput
      input={props.input}
      value={props.value}
      today={dayOf(new Date())}
      words={{
        language: language() === 'pl' ? 'pl-PL' : 'en-GB',
        open: text('day.open'),
        previous: text('day.previous'),
        next: text('day.next'),
        today: text('day.today'),
        pattern: text('day.pattern'),
      }}
      onInput={props.onInput}
    />
  )
}
