import { Failure } from '@crm/platform'
import type { Changes, System } from '@crm/platform/server'
import type { DocumentPart } from '../../attachment.ts'
import type { AttachedTo } from '../attached-to.ts'

/** Where a document's files may hang, as the column says it: a part's key, or nothing for the document itself. */
export const keyOf = (part: DocumentPart | null): string => part?.key ?? ''

/** The parts of a document by their keys; files of one that is no longer there are the document's own. */
export async function partsOf(system: System, to: AttachedTo, documentId: number): Promise<ReadonlyMap<string, DocumentPart>> {
  return new Map((await to.parts?.(system, documentId))?.map((part) => [part.key, part]))
}

/**
 * The part that an upload or a move names, `null` for the document itself.
 *
 * @throws Failure 'missing' for a part that the document does not have
 */
export async function demandPart(system: System, to: AttachedTo, { documentId, key }: { documentId: number; key: string }): Promise<DocumentPart | null> {
  if (key === '') return null
  const part = (await partsOf(system, to, documentId)).get(key)
  if (!part) throw new Failure('missing')
  return part
}

/** What the journal says of a file: its names before and after, and the part under the word of its kind, `{ file: [null, 'skan.pdf (1)'], annex: [null, '2'] }`. */
export function fileChanges(part: DocumentPart | null, [before, after]: readonly [string | null, string | null]): Changes {
  const file = [before, after] as const
  return part === null ? { file } : { file, [kindOf(part)]: [before === null ? null : part.code, after === null ? null : part.code] }
}

/** `annex:7` → `annex` */
export const kindOf = ({ key }: DocumentPart): string => key.slice(0, key.indexOf(':'))
