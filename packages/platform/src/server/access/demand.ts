import { can, Failure } from '../../index.ts'
import { accessFor, eyesOf } from './access.ts'
import type { Reading } from '../context.ts'
import { journalRefusal } from '../journal/journal.ts'

interface Wanted {
  readonly kind: string
  readonly id: number
  readonly code: string | null
  readonly accessId: number | null
  /** The right without which the document is not there. */
  readonly view: string
  /** What it hangs on, nearest first, as far as tables and grants there decide for it too. */
  readonly inherits?: readonly { readonly kind: string; readonly id: number }[]
}

/**
 * The second check: this very document. Without seeing it, it is missing; without the right of the request, it is denied. Both are journalled.
 *
 * @param document `null` where nothing was found: the answer is the same as for what may not be seen
 * @param asked under which key a refusal is journalled
 * @throws Failure 'missing' or 'denied'
 */
export const demandOn = <Document extends Wanted>(ctx: Reading, document: Document | null, asked: { kind: string; id: number }): Promise<Document> =>
  decide(ctx, document, { ...asked, rights: document ? [document.view, ctx.right.id] : [] })

/**
 * Only whether the document is there for the reader, for what hangs on it and has a table of its own.
 *
 * @throws Failure 'missing'
 */
export const sightOf = <Document extends Wanted>(ctx: Reading, document: Document | null, asked: { kind: string; id: number }): Promise<Document> =>
  decide(ctx, document, { ...asked, rights: document ? [document.view] : [] })

async function decide<Document extends Wanted>(ctx: Reading, document: Document | null, asked: { kind: string; id: number; rights: readonly string[] }): Promise<Document> {
  const isPlain = document?.accessId === null && eyesOf(ctx.user).every((one) => asked.rights.every((right) => one.rights.has(right)))
  if (document && isPlain) return document
  const refuse = async (code: 'missing' | 'denied', because: string): Promise<never> => {
    await journalRefusal(ctx, { action: ctx.right.id, rights: ctx.right.id, document: `${asked.kind}:${asked.id}`, documentCode: document?.code ?? null, note: because })
    throw new Failure(code, code === 'denied' ? { right: ctx.right.id } : {})
  }
  if (!document) return refuse('missing', 'missing')
  for (const user of eyesOf(ctx.user)) {
    const access = await accessFor(ctx.system, user, document)
    for (const right of asked.rights) {
      const answer = can(user, { right, document: access, now: ctx.now.toISOString() })
      if (!answer.allowed) return refuse(right === document.view ? 'missing' : 'denied', answer.because)
    }
  }
  return document
}

/** Which of these rights the user has on the document. */
export async function rightsOn(ctx: Reading, document: Wanted, rights: readonly string[]): Promise<string[]> {
  const access = await accessFor(ctx.system, ctx.user, document)
  return rights.filter((right) => can(ctx.user, { right, document: access, now: ctx.now.toISOString() }).allowed)
}
