import { type Labelled, lookupFor, readerOf, type Reading, visibleIds } from '@crm/platform/server'
import type { RegisterDocument } from '../record/document.ts'

const mostLooked = 20

/** People of a name who may see the record: nobody else can be called to it, for a call would tell that it is there. */
export async function mentionable(ctx: Reading, document: RegisterDocument, { id, text }: { id: number; text: string }): Promise<Labelled[]> {
  const found = await lookupFor(ctx.system, 'directory.person').search(ctx.system, { text, limit: mostLooked, user: ctx.user })
  const may = await Promise.all(found.map((person) => maySee(ctx, document, { id, personId: person.id })))
  return found.filter((_person, at) => may[at]).slice(0, 8)
}

export async function maySee(ctx: Reading, document: RegisterDocument, { id, personId }: { id: number; personId: number }): Promise<boolean> {
  const reader = await readerOf(ctx.system, personId)
  return reader !== null && (await visibleIds(ctx.system, reader, { kind: document, ids: [id] })).has(id)
}
