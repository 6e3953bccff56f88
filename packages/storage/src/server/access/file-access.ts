import { can, type Right } from '@crm/platform'
import { accessForAll, demandOn, eyesOf, type Reading, rightsOn, type System, type User } from '@crm/platform/server'
import type { Attachment, DocumentPart } from '../../index.ts'
import type { AttachedTo, FoundAttachedTo } from '../attached-to.ts'
import { fileOf, type StoredFile } from '../files.ts'
import { partsOf } from '../parts/parts.ts'

/** Under what kind tables and grants of single files are kept. */
export const fileKind = (to: Pick<AttachedTo, 'kind'>) => `${to.kind}.files`

const idOf = (document: string) => Number(document.slice(document.lastIndexOf(':') + 1))

/** A file as access asks for it: its own table, or the one of its document and the grants there. */
function governed(to: AttachedTo, file: Pick<StoredFile, 'id' | 'accessId' | 'document'>, { accessId }: { accessId: number | null }) {
  const own = { kind: fileKind(to), id: file.id }
  return file.accessId === null ? { ...own, accessId, inherits: [{ kind: to.kind, id: idOf(file.document) }] } : { ...own, accessId: file.accessId }
}

const asked = (to: AttachedTo, file: StoredFile, document: FoundAttachedTo) => ({ ...governed(to, file, document), code: document.code, view: to.rights.list.id })

/**
 * A file on which the reader has the right of the request. Whoever may not know of its document or of itself gets the same answer as for one that is not there.
 *
 * @throws Failure 'missing' or 'denied'
 */
export async function demandFile(
  ctx: Reading,
  to: AttachedTo,
  id: number,
): Promise<{ file: StoredFile & { documentId: number }; document: FoundAttachedTo; part: DocumentPart | null }> {
  const file = await fileOf(ctx.system, { kind: to.kind, id })
  const document = await to.see(ctx, file.documentId)
  await demandOn(ctx, asked(to, file, document), { kind: to.kind, id: file.documentId })
  const part = file.part === '' ? null : ((await partsOf(ctx.system, to, file.documentId)).get(file.part) ?? null)
  return { file, document, part }
}

/** Those of some documents' files that a reader may know of, or hold another right on; that the documents are seen is asked before. */
export async function visibleFiles<File extends Pick<StoredFile, 'id' | 'accessId' | 'document'>>(
  { system, user }: { readonly system: System; readonly user: User },
  to: AttachedTo,
  { files, accessIdOf, right = to.rights.list }: { files: readonly File[]; accessIdOf: (document: string) => number | null; right?: Right },
): Promise<File[]> {
  const now = system.now().toISOString()
  const seen = await Promise.all(
    eyesOf(user).map(async (one) => {
      const access = await accessForAll(
        system,
        one,
        files.map((file) => governed(to, file, { accessId: accessIdOf(file.document) })),
      )
      return access.map((document) => can(one, { right: right.id, document, now }).allowed)
    }),
  )
  return files.filter((_, at) => seen.every((allowed) => allowed[at]))
}

/** A file for the reader's page, with what they may do with it. */
export async function shownTo(
  ctx: Reading,
  to: AttachedTo,
  { file, document, part }: { file: StoredFile; document: FoundAttachedTo; part: DocumentPart | null },
): Promise<Attachment> {
  const can = await rightsOn(
    ctx,
    asked(to, file, document),
    Object.values(to.rights).map((right) => right.id),
  )
  const { accessId, document: _key, ...shown } = file
  return { ...shown, part, isRestricted: accessId !== null, can }
}
