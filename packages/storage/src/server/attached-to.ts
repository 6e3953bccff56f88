import type { Reading } from '@crm/platform/server'
import type { AttachmentRights } from '../index.ts'

/** The documents that files hang on: whose rights, and whether this reader may know of one. */
export interface AttachedTo {
  /** `contracts.trade` */
  readonly kind: string
  readonly rights: AttachmentRights
  /** @returns the code people know the document by; @throws Failure 'missing' when it is not there for this reader */
  find(ctx: Reading, id: number): Promise<{ readonly code: string | null }>
}
