import type { Me } from './session.ts'

/** What still stands between a right password and the system, in this order. Each is also the code of the refusal until it is done. */
export const stages = ['confirm-password', 'second-factor', 'enrol-second-factor', 'must-change'] as const
export type Stage = (typeof stages)[number]

export const isStage = (code: string): code is Stage => (stages as readonly string[]).includes(code)

/** On what evidence a password has to be changed at once: others know it, or hold the cookie of a session. */
export const forcings = ['stuffing', 'spraying', 'distance'] as const
export type Forcing = (typeof forcings)[number]

/** A way to prove oneself beside the password. */
export type Factor = 'totp' | 'passkey' | 'recovery'

/** How far a sign-in has come. */
export type Arrival = { readonly stage: 'in'; readonly me: Me } | Unfinished

export interface Unfinished {
  readonly stage: Stage
  readonly login: string
  readonly factors: readonly Factor[]
  /** Why the password has to be changed now; `null` where its time is over or somebody else gave it. */
  readonly because?: Forcing | null
  /** Whoever knows the old password is not believed here: the new one is set by a link. */
  readonly isByLink?: boolean
}

/** One of a person's open sessions; `id` names it and opens nothing. */
export interface SessionLine {
  readonly id: string
  readonly userId: number
  readonly name: string
  readonly ip: string
  /** `Firefox, Windows` as far as the browser says. */
  readonly browser: string
  readonly createdAt: string
  readonly seenAt: string
  readonly isThis: boolean
}

export type Severity = 'info' | 'warn' | 'critical'

/** Something that may be an attack, or part of one. */
export interface SecurityLine {
  readonly id: number
  readonly at: string
  readonly rule: string
  readonly severity: Severity
  readonly address: string
  readonly user: string | null
  readonly login: string | null
  readonly procedure: string | null
  readonly count: number
  readonly sample: string | null
  readonly blockedUntil: string | null
}

/** A person's second factors, as their own page shows them. */
export interface FactorState {
  readonly totpSince: string | null
  readonly passkeys: readonly { readonly id: string; readonly name: string; readonly createdAt: string; readonly usedAt: string | null }[]
  readonly recoveryCodesLeft: number
  readonly isDemanded: boolean
}
