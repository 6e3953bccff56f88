import type { Day, ReminderPlan } from '../../index.ts'
import { reminderMessages, sayPlan } from '../../index.ts'
import { formatDay } from '../format.ts'
import { language } from '../session.ts'
import { sentenceOf, useText } from '../text.ts'

export const useReminderText = () => useText(reminderMessages)

/** A name by a key put together while running. */
export const reminderWord = (key: string) => sentenceOf(reminderMessages, key)

/** A field of the document that holds a day. */
export interface DayName {
  readonly name: string
  readonly label: string
}

export const fieldNamed = (fields: readonly DayName[], name: string): string => fields.find((field) => field.name === name)?.label ?? name

export const planWords = (plan: ReminderPlan, fields: readonly DayName[]): string =>
  sayPlan(plan, { language: language(), dayWords: (day: Day) => formatDay(day), fieldName: (name) => fieldNamed(fields, name) })

/** Who a recipient is, by name or by role. */
export function recipientWords(recipient: string, names: Readonly<Record<string, string>>): string {
  return /^[ug]\d/.test(recipient) ? (names[recipient] ?? reminderWord('unknown')) : reminderWord(`roles.${recipient}`)
}
