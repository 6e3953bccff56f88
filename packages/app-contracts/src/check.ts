import type { Issue } from '@crm/platform'
import type { ContractRow } from './fields.ts'
import { noticeDeadline } from './term.ts'

/** What is wrong with a contract as a whole, each at its field. */
export function contractIssues(row: ContractRow): Issue[] {
  return [...termIssues(row), ...noticeIssues(row)]
}

function termIssues({ termKind, startsOn, endsOn, renewalMonths }: ContractRow): Issue[] {
  const issues: Issue[] = []
  if (termKind !== 'open' && !endsOn) issues.push({ path: 'endsOn', code: 'required' })
  if (termKind === 'open' && endsOn) issues.push({ path: 'endsOn', code: 'open-has-no-end' })
  if (endsOn && endsOn < startsOn) issues.push({ path: 'endsOn', code: 'end-before-start' })
  if ((termKind === 'tacit' || termKind === 'express') && !renewalMonths) issues.push({ path: 'renewalMonths', code: 'required' })
  return issues
}

function noticeIssues({ startsOn, endsOn, termKind, noticeCount, noticeUnit }: ContractRow): Issue[] {
  if (noticeCount === null && noticeUnit === null) return []
  if (noticeCount === null) return [{ path: 'noticeCount', code: 'required' }]
  if (noticeUnit === null) return [{ path: 'noticeUnit', code: 'required' }]
  const isFirstTermOver = termKind === 'tacit' || termKind === 'open'
  if (!endsOn || endsOn < startsOn || isFirstTermOver) return []
  return noticeDeadline(endsOn, { count: noticeCount, unit: noticeUnit }) < startsOn ? [{ path: 'noticeCount', code: 'notice-too-long' }] : []
}
