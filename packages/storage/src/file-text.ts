/**
 * What became of reading a file's text: `empty` has none (a scan), `locked` needs a password, `broken` cannot be opened within its limits,
 * `none` is of a kind that is not read. All but `waiting` are final for this content.
 */
export type TextState = 'waiting' | 'ready' | 'empty' | 'locked' | 'broken' | 'none'

/** A place in a file where what is searched stands; `before`, `match` and `after` are one run of text. */
export interface Excerpt {
  readonly page: number
  readonly before: string
  readonly match: string
  readonly after: string
}

/** A file whose text has what is searched, with the document that it hangs on. */
export interface FileHit {
  readonly fileId: number
  readonly name: string
  readonly documentId: number
  readonly code: string | null
  readonly title: string
  readonly excerpt: Excerpt | null
}
