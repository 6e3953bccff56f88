/** Every way in which a person's request can fail. The sentence for each is written in the messages, never on the server. */
export const failureCodes = [
  'wrong-sign-in',
  'signed-out',
  'confirm-password',
  'second-factor',
  'enrol-second-factor',
  'must-change',
  'link-needed',
  'captcha',
  'wrong-code',
  'link-spent',
  'too-many-attempts',
  'denied',
  'missing',
  'invalid',
  'taken',
  'stale',
  'too-large',
  'wrong-type',
  'unsafe-file',
  'empty-file',
  'upload-cut',
  'foreign-origin',
  'unknown-procedure',
  'unavailable',
  'disk-full',
  'busy',
  'in-use',
  'put-away',
  'last-holder',
  'own-rights',
  'read-only',
  'paused',
  'internal',
] as const
export type FailureCode = (typeof failureCodes)[number]

/** What is wrong with one field: a code from the messages and the facts for its sentence. */
export interface Issue {
  readonly path: string
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

export interface FailureParams {
  readonly [name: string]: string | number | boolean | null | readonly Issue[] | readonly string[]
}

/** What crosses the wire. Never more than a code and facts. */
export interface FailureData {
  readonly code: FailureCode
  readonly params: FailureParams
}

/** A person's mistake or a state they should know of; a programmer's mistake is an `Error`. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly params: FailureParams

  constructor(code: FailureCode, params: FailureParams = {}) {
    super(code)
    this.name = 'Failure'
    this.code = code
    this.params = params
  }
}

/** The failure of a form: one line per field. */
export const invalid = (...issues: Issue[]): Failure => new Failure('invalid', { issues })

/** The lines of an `invalid` failure; none for any other. */
export function issuesOf(failure: FailureData): readonly Issue[] {
  const issues = failure.params.issues
  return failure.code === 'invalid' && Array.isArray(issues) ? (issues as readonly Issue[]) : [] // checked by code: only `invalid` writes them
}
