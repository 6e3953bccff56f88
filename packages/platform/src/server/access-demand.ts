import { can, Failure } from '../index.ts'
import { accessFor } from './access.ts'
import type { Reading } from './context.ts'
import { journalRefusal } from './journal.ts'

interface Wanted {
  readonly kind: string
  readonly id: number
  readonly code: string | null
  readonly accessId: number | null
  /** The right without which the document is not there. */
  readonly view: string
}

/**
 * The second check: this very document. Without seeing it, it is missing; without the right of the request, it is denied. Both are journalled.
 *
 * @param document `null` where nothing was found: the answer is the same as for what may not be seen
 * @throws Failure 'missing' or 'denied'
 */
export async function demandOn<Document extends Wanted>(ctx: Reading, document: Document | null, asked: { kind: string; id: number }): Promise<Document> {
  if (document && document.accessId === null && ctx.user.rights.has(document.view) && ctx.user.rights.has(ctx.right.id)) return document
  const refuse = async (code: 'missing' | 'denied', because: string): Promise<never> => {
    await journalRefusal(ctx, { action: ctx.right.id, rights: ctx.right.id, document: `${asked.kind}:${asked.id}`, documentCode: document?.code ?? null, note: because })
    throw new Failure(code, code === 'denied' ? { right: ctx.right.id } : {})
  }
  if (!document) return refuse('missing', 'missing')
  const access = await accessFor(ctx.system, ctx.user, document)
  const ask = (right: string) => can(ctx.user, { right, document: access, now: ctx.now.toISOString() })
  const sees = ask(document.view)
  if (!sees.allowed) return refuse('missing', sees.because)
  const may = ask(ctx.right.id)
  if (!may.allowed) return refuse('denied', may.because)
  return document
}

/** Which of these rights the user has on the document. */
export async function rightsOn(ctx: Reading, document: Wanted, rights: readonly string[]): Promise<string[]> {
  const access = await accessFor(ctx.system, ctx.user, document)
  return rights.filter((right) => can(ctx.user, { right, document: access, now: ctx.now.toISOString() }).allowed)
}
