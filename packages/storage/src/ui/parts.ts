import type { Attachment, DocumentPart } from '../index.ts'

/** The parts of a document as its app knows them. */
export interface PartsOf {
  /** `Aneks 2` */
  name(part: DocumentPart): string
  list(documentId: number): Promise<readonly DocumentPart[]>
}

/** Of a document's files those of one part; without one, all. */
export const ofPart = (files: readonly Attachment[], part: DocumentPart | undefined): readonly Attachment[] =>
  part === undefined ? files : files.filter((file) => file.part?.key === part.key)
