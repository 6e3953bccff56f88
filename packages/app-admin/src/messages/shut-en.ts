import type { SameMessages } from '@crm/platform'
import type * as polish from './shut-pl.ts'

export const shut: SameMessages<typeof polish.shut> = {
  title: 'Documents without access',
  lead: 'These documents have an access table of their own, and nobody with an active account can open them by it. Say who takes them over: they get everything that the table allowed.',
  empty: 'Every document has somebody who can open it.',
  fields: { title: 'Register', code: 'Document' },
  heir: 'Who takes over',
  nobody: 'There is nobody like that.',
  give: 'Hand over',
  given: 'Handed over: {code}.',
}

export const shutRights: SameMessages<typeof polish.shutRights> = {
  access: { rescue: { name: 'Documents without access', description: 'See documents that nobody can open, and hand them to somebody.' } },
}

export const shutIssues: SameMessages<typeof polish.shutIssues> = { 'cannot-open': 'This person has no right to that register. Name somebody else, or give the right first.' }
