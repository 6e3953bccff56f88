import type { DocumentKind, Reading } from '@crm/platform/server'
import type { AttachedTo } from '../attached-to.ts'
import { searchFiles } from './search.ts'

/** The search of the whole system with the texts of files: behind what was found by the documents' own words, each with its place. */
export function alsoByText<Document extends DocumentKind>(document: Document, files: AttachedTo): Document {
  return {
    ...document,
    async search(ctx: Reading, question: { text: string; limit: number }) {
      const [own, inFiles] = await Promise.all([document.search?.(ctx, question) ?? [], searchFiles(ctx, files, question)])
      const room = Math.max(question.limit - own.length, 2)
      return [...own, ...inFiles.slice(0, room).map(({ documentId, code, title, name, excerpt }) => ({ id: documentId, code, title, file: { name, excerpt } }))]
    },
  }
}
