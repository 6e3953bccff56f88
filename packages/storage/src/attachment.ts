import type { Look } from './look.ts'
import type { TextState } from './file-text.ts'

/** A file that hangs on a document, in its newest version. */
export interface Attachment extends Look {
  readonly id: number
  readonly name: string
  readonly description: string | null
  /** What it is to its document, in the office's words. */
  readonly kind: string | null
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
  /** The annex, invoice or other part of the document that it belongs to; `null` for the document itself. */
  readonly part: DocumentPart | null
  /** It has an access table of its own. */
  readonly isRestricted: boolean
  /** The rights that the reader has on this very file. */
  readonly can: readonly string[]
}

/** A part of a document that has files of its own. */
export interface DocumentPart {
  /** Its kind and id: `annex:7` */
  readonly key: string
  /** As the office calls it: its number. */
  readonly code: string
}

/** What a browser sends with an upload, in tus metadata. */
export interface UploadMetadata {
  readonly document: string
  readonly filename: string
  /** Key of the part that it is for. */
  readonly part?: string
}

/** One of the contents that a file has had. */
export interface FileVersion {
  readonly version: number
  /** Bytes. */
  readonly size: number
  readonly by: string
  readonly at: string
}
