import type { FailureData } from '../index.ts'

/** What a call throws when it was refused or could not be made. */
export class Refused extends Error {
  readonly failure: FailureData

  constructor(failure: FailureData) {
    super(failure.code)
    this.name = 'Refused'
    this.failure = failure
  }
}

/** Any error as a failure to be shown. */
export function failureOf(error: unknown): FailureData {
  if (error instanceof Refused) return error.failure
  return { code: 'internal', params: { requestId: error instanceof Error ? error.message : String(error) } }
}
