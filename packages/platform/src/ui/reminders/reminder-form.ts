import { type Issue, issuesOfZod, type ReminderPlan, reminderPlanSchema } from '../../index.ts'

/** A reminder as it is typed: numbers and days are still texts. */
export interface ReminderDraft {
  readonly about: string
  /** `calendar`, or the name of a field. */
  readonly target: string
  readonly unit: 'once' | 'day' | 'week' | 'month' | 'quarter' | 'year'
  readonly step: string
  readonly on: 'sameNumber' | 'lastDay' | 'lastBusinessDay' | 'weekday'
  readonly week: string
  readonly weekday: string
  readonly startsOn: string
  readonly endsOn: string
  readonly count: string
  readonly leads: string
  readonly leadUnit: string
  readonly offDays: string
  readonly time: string
  readonly recipients: readonly string[]
  readonly escalateFrom: string
}

export const calendarTarget = 'calendar'

const blank: ReminderDraft = {
  about: '',
  target: calendarTarget,
  unit: 'once',
  step: '1',
  on: 'sameNumber',
  week: 'first',
  weekday: '1',
  startsOn: '',
  endsOn: '',
  count: '',
  leads: '0',
  leadUnit: 'days',
  offDays: 'previous',
  time: '9:00',
  recipients: ['owner'],
  escalateFrom: '',
}

/** What the form begins with: a new reminder, or the one that is changed. */
export function draftOf(plan: ReminderPlan | null, startsOn: string): ReminderDraft {
  if (!plan) return { ...blank, startsOn }
  const { target, leads, escalateFrom, time, ...rest } = plan
  const base = { ...blank, startsOn, ...rest, time: time.replace(/^0/, ''), leads: leads.join(', '), escalateFrom: escalateFrom === null ? '' : String(escalateFrom) }
  if (target.kind === 'field') return { ...base, target: target.field }
  const { every } = target
  return {
    ...base,
    startsOn: target.startsOn,
    endsOn: target.endsOn ?? '',
    count: target.count === null ? '' : String(target.count),
    unit: every.unit,
    ...('step' in every ? { step: String(every.step) } : {}),
    ...('on' in every ? { on: every.on.kind, ...(every.on.kind === 'weekday' ? { week: every.on.week, weekday: String(every.on.weekday) } : {}) } : {}),
  }
}

/** What was typed, as the server takes it, with its mistakes still in it: the schema finds them. */
function typedPlan(draft: ReminderDraft): unknown {
  return {
    about: draft.about,
    target: draft.target === calendarTarget ? calendarOf(draft) : { kind: 'field', field: draft.target },
    leads: draft.leads
      .split(/[\s,;/]+/)
      .filter(Boolean)
      .map(numberIn),
    leadUnit: draft.leadUnit,
    offDays: draft.offDays,
    time: /^\d:\d\d$/.test(draft.time) ? `0${draft.time}` : draft.time,
    recipients: draft.recipients,
    escalateFrom: draft.escalateFrom === '' ? null : numberIn(draft.escalateFrom),
  }
}

function calendarOf({ unit, step, on, week, weekday, startsOn, endsOn, count }: ReminderDraft) {
  const inMonth = on === 'weekday' ? { kind: on, week, weekday: numberIn(weekday) } : { kind: on }
  const every = unit === 'once' ? { unit } : unit === 'day' || unit === 'week' ? { unit, step: numberIn(step) } : { unit, step: numberIn(step), on: inMonth }
  const isOnce = unit === 'once'
  return { kind: 'calendar', startsOn, every, endsOn: isOnce || endsOn === '' ? null : endsOn, count: isOnce || count === '' ? null : numberIn(count) }
}

/** A text that is no number stays one, so that it is refused at its place. */
const numberIn = (text: string): number | string => (/^[-−]?\d{1,4}$/.test(text.trim()) ? Number(text.trim().replace('−', '-')) : text)

/** The plan that was typed, or what is wrong with it. */
export function readDraft(draft: ReminderDraft): { plan: ReminderPlan; issues: readonly Issue[] } | { plan: null; issues: readonly Issue[] } {
  try {
    return { plan: reminderPlanSchema.parse(typedPlan(draft)), issues: [] }
  } catch (error) {
    // Whatever else went wrong is no mistake of the person's.
    if (!(error instanceof Error) || !('issues' in error)) throw error
    return { plan: null, issues: issuesOfZod(error as Parameters<typeof issuesOfZod>[0]) } // zod's error has issues
  }
}
