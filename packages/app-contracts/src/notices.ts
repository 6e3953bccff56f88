import type { NoticeKind } from '@crm/platform'

/** What was invoiced comes near to the limit or value of a contract. */
export const limitNotice = (variant: string, amounts: string): NoticeKind => ({ id: `contracts.${variant}-limit`, right: amounts, mail: 'at-once' })

/** A paper that is kept beyond its day; also a task of whoever has it. */
export const paperNotice = (variant: string, view: string): NoticeKind => ({ id: `contracts.${variant}-paper`, right: view, mail: 'at-once' })
