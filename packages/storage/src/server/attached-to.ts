import type { Reading, System } from '@crm/platform/server'
import type { AttachmentRights, DocumentPart } from '../index.ts'

/** A document that files hang on, as it was found. */
export interface FoundAttachedTo {
  /** The code people know it by. */
  readonly code: string | null
  /** The table that governs it. */
  readonly accessId: number | null
}

/** The documents that files hang on: whose rights, and whether this reader may know of one. */
export interface AttachedTo {
  /** `contracts.trade` */
  readonly kind: string
  /** The right without which one of them is not there. */
  readonly view: string
  readonly rights: AttachmentRights
  /** @throws Failure 'missing' when it is not there for this reader, 'denied' without the right of the request on it */
  find(ctx: Reading, id: number): Promise<FoundAttachedTo>
  /** The same without asking for the right of the request. @throws Failure 'missing' */
  see(ctx: Reading, id: number): Promise<FoundAttachedTo>
  /** The table that governs each of these documents, as for every kind of document. */
  accessIds(system: System, ids: readonly number[]): Promise<ReadonlyMap<number, number | null>>
  /** What of a document has files of its own; without it, nothing has. */
  parts?(system: System, documentId: number): Promise<readonly DocumentPart[]>
  /** How each is called: without it files are not searched. */
  called?(system: System, ids: readonly number[]): Promise<ReadonlyMap<number, { readonly code: string | null; readonly title: string }>>
}

const known = new Map<string, AttachedTo>()

/** What is kept about files of any kind - counts, veils - finds the kind's rights here. */
export const keepAttachedTo = (to: AttachedTo): void => void known.set(to.kind, to)

export const everyAttachedTo = (): AttachedTo[] => [...known.values()]

export const attachedToOf = (document: string): AttachedTo | undefined => known.get(document.slice(0, document.lastIndexOf(':')))
