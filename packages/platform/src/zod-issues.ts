import type { ZodError } from 'zod'
import type { Issue } from './failure.ts'

/** What a schema found, as lines of a form. Our schemas put our own codes into `message`; zod's other kinds become `wrong-value`. */
export const issuesOfZod = (error: ZodError): Issue[] => error.issues.flatMap(linesOf)

function linesOf(issue: ZodError['issues'][number]): Issue[] {
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [path, key].filter(Boolean).join('.'), code: 'unknown-field' }))
  const params = issue.code === 'custom' ? (issue.params as Issue['params']) : undefined // only our own refinements give any
  if (issue.code === 'too_big') return [{ path, code: 'too-long', params: { limit: Number(issue.maximum) } }]
  if (issue.code === 'too_small') return [{ path, code: isMissing(issue) ? 'required' : 'too-short', params: { limit: Number(issue.minimum) } }]
  return [{ path, code: /^[a-z]+(-[a-z]+)*$/.test(issue.message) ? issue.message : 'wrong-value', ...(params ? { params } : {}) }]
}

const isMissing = (issue: { origin: string; minimum: number | bigint }) => (issue.origin === 'string' || issue.origin === 'array') && Number(issue.minimum) === 1
