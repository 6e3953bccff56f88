import type { Day } from '../time/day.ts'

/** Somebody asks for a right, in general or on one document. */
export interface AccessRequest {
  readonly id: number
  readonly userId: number
  readonly name: string
  readonly right: string
  readonly rightName: string
  readonly document: string | null
  readonly reason: string
  readonly askedAt: string
  /** `null` while nobody has decided. */
  readonly decision: 'once' | 'until' | 'no' | null
  readonly decidedBy: string | null
  readonly untilAt: string | null
}

/** `once` is until the end of today; `until` to the end of a day. */
export interface Decision {
  readonly id: number
  readonly decision: 'once' | 'until' | 'no'
  readonly day?: Day | undefined
}
