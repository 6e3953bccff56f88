import type { AccessLine } from '@crm/platform'
import { type AccessSubject, beginWithTable, letIn, type Writing } from '@crm/platform/server'
import type { Referred } from '@crm/register'
import type { Stored } from '@crm/register/server'

type Acting = Pick<Writing, 'system' | 'now' | 'journal'> & { readonly user: { readonly id: number } }

/**
 * A contract of a confidential variant begins with an access table of its own: everything for who enters it and for its owner, reading for the
 * owner's supervisor. A new owner is let in; who was in stays until somebody takes them out.
 */
export function ownTable(subject: AccessSubject): { created(ctx: Acting, record: Stored): Promise<void>; updated(ctx: Acting, record: Stored): Promise<void> } {
  return {
    async created(ctx, record) {
      await beginWithTable(ctx, subject, atOf(record), await firstLines(ctx, subject, record))
    },
    async updated(ctx, record) {
      await letIn(ctx, subject, atOf(record), await ownerLines(ctx, subject, record))
    },
  }
}

const atOf = (record: Stored) => ({ id: record.id, code: String(record.values.number ?? ''), accessId: null })

async function firstLines(ctx: Acting, subject: AccessSubject, record: Stored): Promise<AccessLine[]> {
  const lines = [...all(subject, ctx.user.id), ...(await ownerLines(ctx, subject, record))]
  return [...new Map(lines.map((line) => [`${line.holder} ${line.right}`, line])).values()]
}

async function ownerLines(ctx: Acting, subject: AccessSubject, record: Stored): Promise<AccessLine[]> {
  const owner = (record.values.owner as Referred | null)?.id // a reference to a person
  if (!owner) return []
  const above = await Promise.all(ctx.system.apps.flatMap((server) => server.superiors?.supervisors(ctx.system, [owner]) ?? []))
  const supervisor = above.map((known) => known.get(owner)).find((id) => id !== undefined)
  return [...all(subject, owner), ...(supervisor === undefined || supervisor === owner ? [] : plus(`u${supervisor}`, subject.rights.filter(isReading)))]
}

/** To look, not to change: the card, its history, its files. */
const isReading = (right: string) => /[.](view|history|files[.](list|preview|download))$/.test(right)

const all = (subject: AccessSubject, userId: number) => plus(`u${userId}`, subject.rights)
const plus = (holder: string, rights: readonly string[]): AccessLine[] => rights.map((right) => ({ holder, right, effect: '+' }))
