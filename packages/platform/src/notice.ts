/** By letter: never, with each notice, or all of a day's at seven in the morning. */
export const mailHabits = ['off', 'at-once', 'daily'] as const
export type MailHabit = (typeof mailHabits)[number]

/** A kind of notification; its sentence stands in the app's messages under `notices.<name>`, what its settings call it under `noticeNames.<name>`. */
export interface NoticeKind {
  /** `contracts.assigned` */
  readonly id: string
  /** The right a reader needs: without it the notice disappears. */
  readonly right: string
  /** How it goes by letter until the person chooses otherwise. */
  readonly mail?: MailHabit
  /** The bell cannot be switched off for it. */
  readonly isPressing?: boolean
}

/** Something that waits for a person; its sentence stands in the app's messages under `todos.<name>`. */
export type TodoKind = Pick<NoticeKind, 'id' | 'right'>

export interface NoticeLine {
  readonly id: number
  readonly kind: string
  readonly params: Readonly<Record<string, string | number>>
  readonly path: string
  readonly at: string
  readonly isRead: boolean
}

/** Through which channels a kind of notice reaches a person. */
export interface NoticeChoice {
  readonly kind: string
  readonly isInBell: boolean
  readonly mail: MailHabit
  readonly isPressing: boolean
}

export interface TodoLine {
  readonly id: number
  readonly kind: string
  readonly params: Readonly<Record<string, string | number>>
  readonly path: string
  readonly dueOn: string | null
  /** Whose it is, where the reader stands in for somebody. */
  readonly insteadOf: string | null
}
