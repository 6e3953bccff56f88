/** A number that was given and whose record is gone for good: nobody gets it again. */
export interface VoidedNumber {
  readonly id: number
  readonly number: string
  /** What the record was under, as its address names it. */
  readonly recordId: number
  /** In the words of who deleted it; `null` when its days in the trash were over. */
  readonly reason: string | null
  /** `null` for the night that empties the trash. */
  readonly by: string | null
  /** ISO UTC */
  readonly at: string
}

export interface VoidedInput {
  /** Words of a number or a reason. */
  readonly search?: string | undefined
  /** The number of this record only. */
  readonly recordId?: number | undefined
  /** The last one of the page before. */
  readonly before?: number | undefined
}

export interface VoidedAnswer {
  /** Newest first. */
  readonly numbers: readonly VoidedNumber[]
  /** How many there are in all, of what was asked. */
  readonly count: number
  readonly hasMore: boolean
}

/** Signs that a reason may have. */
export const longestReason = 300
