/** What is known of a user when a right is asked for. */
export interface Holder {
  readonly isActive: boolean
  readonly rights: ReadonlySet<string>
}

/** One line of a document's own table or a conditional grant, already narrowed to this user and their groups. */
export interface DocumentLine {
  readonly right: string
  readonly effect: 'allow' | 'deny'
  /** A grant opens the document even without the general right; a table line does not. */
  readonly isGrant: boolean
  /** ISO UTC; `null` is "since ever" and "until revoked". */
  readonly fromAt: string | null
  readonly untilAt: string | null
}

/** The access table of one document; `isRestricted` when it or a folder above has a table of its own. */
export interface DocumentAccess {
  readonly isRestricted: boolean
  readonly lines: readonly DocumentLine[]
}

export type Refusal = 'inactive' | 'no-right' | 'restricted' | 'denied'
export type Answer = { readonly allowed: true; readonly by: 'right' | 'grant' } | { readonly allowed: false; readonly because: Refusal }

/**
 * The one decision for server and browser:
 * `active ∧ ((right ∧ (¬restricted ∨ line)) ∨ grant) ∧ ¬deny`.
 *
 * @param question.now ISO UTC, compared with the days of grants
 * @see product/platform.md section 2 — the formula
 */
export function can(holder: Holder, question: { right: string; document?: DocumentAccess | null; now: string }): Answer {
  if (!holder.isActive) return { allowed: false, because: 'inactive' }
  const lines = (question.document?.lines ?? []).filter((line) => line.right === question.right && isInForce(line, question.now))
  if (lines.some((line) => line.effect === 'deny')) return { allowed: false, because: 'denied' }
  if (lines.some((line) => line.isGrant)) return { allowed: true, by: 'grant' }
  if (!holder.rights.has(question.right)) return { allowed: false, because: 'no-right' }
  if (question.document?.isRestricted && lines.length === 0) return { allowed: false, because: 'restricted' }
  return { allowed: true, by: 'right' }
}

const isInForce = (line: DocumentLine, now: string) => (line.fromAt === null || line.fromAt <= now) && (line.untilAt === null || now < line.untilAt)
