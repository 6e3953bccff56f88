import type { Day } from '../time/day.ts'
import { type Language, type MessageParams, sentence } from '../message.ts'
import { reminderPages as en } from '../messages/reminder-pages-en.ts'
import { reminderPages as pl } from '../messages/reminder-pages-pl.ts'
import type { Recurrence } from '../time/recurrence.ts'
import type { ReminderPlan } from './reminder.ts'

/** The words of the tab with reminders. */
export const reminderMessages = { pl, en }

interface Saying {
  readonly language: Language
  /** A day as the office writes it. */
  readonly dayWords: (day: Day) => string
  /** What a field of the document is called. */
  readonly fieldName: (field: string) => string
}

/** A plan as a sentence: "co 3 miesiące, ostatniego dnia roboczego, od 31.01.2026, 30/14/7 dni przed, o 9:00". */
export function sayPlan(plan: ReminderPlan, saying: Saying): string {
  const { target, offDays } = plan
  const say = sayer(saying.language)
  const what = target.kind === 'calendar' ? sayCalendar(target, saying) : [say('field', { field: saying.fieldName(target.field) })]
  return [...what, ...sayLeads(plan, say), ...(offDays === 'keep' ? [] : [say(`offDays.${offDays}`)]), say('at', { time: plan.time.replace(/^0/, '') })].join(', ')
}

type Say = (key: string, params?: MessageParams) => string
const sayer =
  (language: Language): Say =>
  (key, params = {}) =>
    sentence(reminderMessages[language], `say.${key}`, { language, params }) ?? key

function sayCalendar({ every, startsOn, endsOn, count }: Omit<Recurrence, 'offDays'>, { language, dayWords }: Saying): string[] {
  const say = sayer(language)
  if (every.unit === 'once') return [say('once', { on: dayWords(startsOn) })]
  return [
    say(`every.${every.unit}`, { count: every.step }),
    ...('on' in every ? [sayDay(every, { startsOn, language })] : []),
    say('from', { on: dayWords(startsOn) }),
    ...(endsOn === null ? [] : [say('until', { on: dayWords(endsOn) })]),
    ...(count === null ? [] : [say('times', { count })]),
  ]
}

function sayDay({ unit, on }: Extract<Recurrence['every'], { on: unknown }>, { startsOn, language }: { startsOn: Day; language: Language }): string {
  const say = sayer(language)
  if (on.kind === 'weekday') {
    // środa, sobota, niedziela
    const gender = [3, 6, 7].includes(on.weekday) ? 'she' : 'he'
    return say(`${gender}.${on.week}`, { weekday: sentence(reminderMessages[language], `weekdays.${on.weekday}`, { language }) ?? '' })
  }
  if (on.kind !== 'sameNumber' || unit !== 'year') return say(`on.${on.kind}`, { number: Number(startsOn.slice(8)) })
  const day = new Intl.DateTimeFormat(language === 'pl' ? 'pl-PL' : 'en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${startsOn}T00:00:00Z`))
  return say('inYear', { day })
}

function sayLeads({ leads, leadUnit }: ReminderPlan, say: Say): string[] {
  const [before, after] = [leads.filter((lead) => lead > 0), leads.filter((lead) => lead < 0).map((lead) => -lead)]
  if (before.length + after.length === 0) return []
  const part = (days: readonly number[], side: 'before' | 'after', one: 'oneBefore' | 'oneAfter') =>
    days.length === 0 ? [] : [days.length === 1 && days[0] === 1 ? say(`${one}.${leadUnit}`) : say(`${side}.${leadUnit}`, { leads: days.join('/') })]
  return [...part(before, 'before', 'oneBefore'), ...(leads.includes(0) ? [say('onDay')] : []), ...part(after, 'after', 'oneAfter')]
}
