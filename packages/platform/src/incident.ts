import type { SecurityLine, Severity } from './sign-in.ts'

export const incidentStates = ['open', 'acknowledged', 'false-alarm'] as const
export type IncidentState = (typeof incidentStates)[number]

/** One attack, however many events it made. */
export interface IncidentLine {
  readonly id: number
  /** `INC/2026/0007` */
  readonly code: string
  /** The gravest of its rules. */
  readonly rule: string
  readonly severity: Severity
  /** Where it was seen first. */
  readonly address: string
  readonly user: string | null
  readonly login: string | null
  readonly openedAt: string
  readonly lastAt: string
  readonly count: number
  readonly state: IncidentState
  readonly handledBy: string | null
  readonly handledAt: string | null
  readonly note: string | null
  readonly blockedUntil: string | null
}

export interface IncidentPage extends IncidentLine {
  readonly evidence: readonly SecurityLine[]
}
