import type { DocumentKind, Reading, System } from '@crm/platform/server'
import type { AttachmentRights } from '../index.ts'

/** The documents that files hang on: whose rights, and whether this reader may know of one. */
export interface AttachedTo {
  /** `contracts.trade` */
  readonly kind: string
  readonly rights: AttachmentRights
  /** @returns the code people know the document by; @throws Failure 'missing' when it is not there for this reader */
  find(ctx: Reading, id: number): Promise<{ readonly code: string | null }>
  /** The right without which a document is not there, the table that governs each, how each is called: without them files are not searched. */
  readonly view?: string
  readonly accessIds?: DocumentKind['accessIds']
  called?(system: System, ids: readonly number[]): Promise<ReadonlyMap<number, { readonly code: string | null; readonly title: string }>>
}
