/** What a PDF may do by itself when it is opened, or carries inside. */
export const activities = ['script', 'launch', 'send', 'files'] as const
export type Activity = (typeof activities)[number]

/** As they are kept: by their names, with commas. */
export const activitiesOf = (kept: unknown): readonly Activity[] =>
  activities.filter((one) =>
    String(kept ?? '')
      .split(',')
      .includes(one),
  )

/** What was seen of a file without opening it to a person. */
export interface Look {
  /** Not looked at yet: a worker will within moments. */
  readonly isWaiting: boolean
  /** A small picture of it is there. */
  readonly hasThumb: boolean
  /** Of a PDF; such a one is shown as pictures of its pages only. */
  readonly active: readonly Activity[]
  /** Of a PDF that can be drawn. */
  readonly pageCount: number | null
}
