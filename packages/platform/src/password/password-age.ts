const dayMs = 86_400_000

export interface PasswordAge {
  /** ISO UTC; `null` for an account whose password never had a beginning, such as one of the tests. */
  readonly changedAt: string | null
  /** 0 is no rotation. */
  readonly maxAgeDays: number
  /** How much sooner the first password ends, so that people who got accounts together do not all change on one morning. */
  readonly spreadDays: number
}

/** When a password must be changed, ISO UTC; `null` for never. Counted from the last change, not by the calendar. */
export function passwordEndsAt(age: PasswordAge): string | null {
  if (age.changedAt === null || age.maxAgeDays === 0) return null
  const days = Math.max(1, age.maxAgeDays - Math.min(age.spreadDays, Math.floor(age.maxAgeDays / 4)))
  return new Date(Date.parse(age.changedAt) + days * dayMs).toISOString()
}

/** Whether nothing but changing the password may be done: it was given by somebody else, or its time is over. */
export function isPasswordOver(state: { readonly mustChange: boolean; readonly endsAt: string | null }, now: string): boolean {
  return state.mustChange || (state.endsAt !== null && state.endsAt <= now)
}

/** Days on which a person is told that the end is near. */
export const warningDays = [14, 7, 3, 1] as const

/** Whole days that are left, rounded up: 1 on the last day, 0 or less when it is over. */
export const daysLeft = (endsAt: string, now: string): number => Math.ceil((Date.parse(endsAt) - Date.parse(now)) / dayMs)

/** The warning that is due: the nearest of {@link warningDays} not yet given; `null` when none is. */
export function dueWarning(left: number, warnedAt: number | null): number | null {
  const due = [...warningDays].reverse().find((days) => left <= days) ?? null
  return due === null || left <= 0 || (warnedAt !== null && warnedAt <= due) ? null : due
}

/** Two weeks of first expiry days, by the account's number. */
export const spreadOf = (userId: number): number => (userId * 5) % 14
