import { Failure, type Right } from '@crm/platform'
import type { DocumentKind, Reading } from '@crm/platform/server'
import { readLabel } from '../../label-code.ts'
import { documentIdOf } from './labelled.ts'

interface Findable extends DocumentKind {
  find(ctx: Reading, id: number): Promise<{ readonly code: string | null }>
}

/** The search of the whole system with labels: a code that was typed, or read by a hand-held scanner, leads to its document, wherever that is shelved. */
export function alsoByLabel<Document extends Findable>(document: Document, view: Right): Document {
  return {
    ...document,
    async search(ctx: Reading, question: { text: string; limit: number }) {
      const label = readLabel(question.text)
      if (label === null) return (await document.search?.(ctx, question)) ?? []
      const [row] = await ctx.system.database.read.query('select document from storage_label where code = ? and voided_at is null', [label])
      const { kind, id } = documentIdOf(String(row?.[0] ?? ''))
      if (kind !== document.kind) return []
      const code = await codeOf(document, { ...ctx, right: view }, id)
      if (code === null) return []
      const byCode = (await document.search?.(ctx, { text: code, limit: 20 })) ?? []
      return [byCode.find((hit) => hit.id === id) ?? { id, code, title: '' }]
    },
  }
}

/** `null` for what is not there for this reader. */
async function codeOf(document: Findable, ctx: Reading, id: number): Promise<string | null> {
  try {
    return (await document.find(ctx, id)).code
  } catch (error) {
    if (error instanceof Failure && (error.code === 'missing' || error.code === 'denied')) return null
    throw error
  }
}
