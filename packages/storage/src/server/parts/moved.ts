import type { Changes, Writing } from '@crm/platform/server'
import type { DocumentPart } from '../../attachment.ts'
import type { AttachedTo } from '../attached-to.ts'
import type { StoredFile } from '../files.ts'
import { hangOn } from './hang-on.ts'
import { demandPart, keyOf, kindOf } from './parts.ts'

interface Moving {
  readonly file: StoredFile & { readonly documentId: number }
  readonly part: DocumentPart | null
  /** Where it is to belong; `undefined` leaves it. */
  readonly key: string | undefined
}

/** Let a file belong to another part where that is asked. @returns what the journal says of it @throws Failure 'missing' for a part that is not there */
export async function moved(ctx: Writing, to: AttachedTo, { file, part, key }: Moving): Promise<Changes> {
  if (key === undefined || key === keyOf(part)) return {}
  const next = await demandPart(ctx.system, to, { documentId: file.documentId, key })
  const name = await hangOn({ document: file.document, part: next }, file)
  const kinds = [...new Set([part, next].flatMap((one) => (one ? [kindOf(one)] : [])))]
  const codeIn = (one: DocumentPart | null, kind: string) => (one && kindOf(one) === kind ? one.code : null)
  return { file: [`${file.name} (${file.version})`, `${name} (${file.version})`], ...Object.fromEntries(kinds.map((kind) => [kind, [codeIn(part, kind), codeIn(next, kind)]])) }
}
