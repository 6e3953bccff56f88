import type { TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import { Failure, type FailureCode, type FailureData, issuesOfZod } from '../../index.ts'
import { isGivenUp, isUnreachable } from '../database/database.ts'

const statuses: Partial<Record<FailureCode, number>> = {
  'wrong-sign-in': 401,
  'signed-out': 401,
  'confirm-password': 403,
  'second-factor': 403,
  'enrol-second-factor': 403,
  'must-change': 403,
  'link-needed': 403,
  captcha: 403,
  'wrong-code': 401,
  'link-spent': 410,
  denied: 403,
  'foreign-origin': 403,
  missing: 404,
  'unknown-procedure': 404,
  stale: 409,
  taken: 409,
  'in-use': 409,
  'put-away': 409,
  'last-holder': 409,
  'own-rights': 409,
  'read-only': 409,
  paused: 423,
  'too-large': 413,
  'wrong-type': 415,
  'unsafe-file': 415,
  'too-many-attempts': 429,
  internal: 500,
  unavailable: 503,
  busy: 503,
  'disk-full': 507,
}

export const statusOf = (failure: FailureData): number => statuses[failure.code] ?? 400

/** What a person may know of an error: a code and facts. Everything unforeseen is `internal` with the request's id. */
export function failureOf(error: unknown, requestId: string): FailureData {
  if (error instanceof Failure) return { code: error.code, params: error.params }
  if (error instanceof ZodError) return { code: 'invalid', params: { issues: issuesOfZod(error) } }
  if (isGivenUp(error)) return { code: 'busy', params: {} }
  if (isUnreachable(error)) return { code: 'unavailable', params: { requestId } }
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'NOT_FOUND' || error.code === 'METHOD_NOT_SUPPORTED') return { code: 'unknown-procedure', params: {} }
    if (error.code === 'PARSE_ERROR' || error.code === 'BAD_REQUEST' || error.code === 'UNSUPPORTED_MEDIA_TYPE') {
      return error.cause && error.cause !== error && !(error.cause instanceof SyntaxError) ? failureOf(error.cause, requestId) : { code: 'invalid', params: { issues: [] } }
    }
    if (error.code === 'PAYLOAD_TOO_LARGE') return { code: 'too-large', params: {} }
    if (error.code === 'ENOSPC') return { code: 'disk-full', params: {} }
  }
  if (error instanceof Error && error.cause && error.cause !== error) return failureOf(error.cause, requestId)
  return { code: 'internal', params: { requestId } }
}

/** The errorFormatter of every router. */
export function failureShape({ error, ctx }: { error: TRPCError; ctx: { requestId: string } | undefined }) {
  const failure = failureOf(error, ctx?.requestId ?? '')
  return { message: failure.code, code: -32_000, data: { failure, httpStatus: statusOf(failure) } }
}
