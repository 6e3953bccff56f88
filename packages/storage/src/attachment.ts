import type { TextState } from './file-text.ts'

/** A file that hangs on a document, in its newest version. */
export interface Attachment {
  readonly id: number
  readonly name: string
  readonly description: string | null
  readonly version: number
  /** Bytes. */
  readonly size: number
  /** MIME type found in the content, not the one the browser claimed. */
  readonly type: string
  readonly sha256: string
  /** Whether its text is found by the search. */
  readonly text: TextState
  readonly by: string
  readonly at: string
  /** It has an access table of its own. */
  readonly isRestricted: boolean
  /** The rights that the reader has on this very file. */
  readonly can: readonly string[]
}

/** What a browser sends with an upload, in tus metadata. */
export interface UploadMetadata {
  readonly document: string
  readonly filename: string
}
