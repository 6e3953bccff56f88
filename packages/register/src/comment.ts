/** What somebody said about a record. People in it are `@{12}`: a name in a text could not be taken back. */
export interface CommentLine {
  readonly id: number
  readonly byId: number
  /** `null` when the account is gone. */
  readonly by: string | null
  readonly body: string
  readonly at: string
  readonly editedAt: string | null
  readonly isMine: boolean
}

export interface CommentsAnswer {
  /** Oldest first. */
  readonly comments: readonly CommentLine[]
  /** Names of the people in them, by id. */
  readonly names: Readonly<Record<number, string>>
}

export interface AddCommentInput {
  readonly documentId: number
  readonly body: string
  readonly key?: string | undefined
}

export interface EditCommentInput {
  readonly documentId: number
  readonly id: number
  readonly body: string
}

export const longestComment = 4_000

const mention = /@\{(\d{1,10})\}/g

/** The people whom a comment calls, each once. */
export const mentionsIn = (body: string): number[] => [...new Set([...body.matchAll(mention)].map(([, id]) => Number(id)))]

/** A comment in pieces: texts, and people by their ids. */
export function piecesOf(body: string): (string | { readonly personId: number })[] {
  const pieces: (string | { readonly personId: number })[] = []
  let at = 0
  for (const found of body.matchAll(mention)) {
    if (found.index > at) pieces.push(body.slice(at, found.index))
    pieces.push({ personId: Number(found[1]) })
    at = found.index + found[0].length
  }
  if (at < body.length) pieces.push(body.slice(at))
  return pieces
}

/** What somebody typed, `@Anna Kłos`, with the people picked from the list as they are kept; longer names first, for one can begin with another. */
export const withMentions = (typed: string, people: readonly { readonly id: number; readonly label: string }[]): string =>
  people.toSorted((one, other) => other.label.length - one.label.length).reduce((text, { id, label }) => text.replaceAll(`@${label}`, `@{${id}}`), typed)

/** The same back, for editing. */
export const asTyped = (body: string, names: Readonly<Record<number, string>>): string =>
  body.replace(mention, (whole, id: string) => (names[Number(id)] ? `@${names[Number(id)]}` : whole))
