import { Failure } from '@crm/platform'
import { type Cell, type System, momentOf } from '@crm/platform/server'
import type { Attachment } from '../index.ts'
import { activitiesOf } from '../look.ts'

/** A file as it is kept; what a reader may do with it is decided beside. */
export interface StoredFile extends Omit<Attachment, 'can' | 'isRestricted' | 'part'> {
  /** `contracts.trade:42` */
  readonly document: string
  /** Key of the part of the document that it belongs to; empty for the document itself. */
  readonly part: string
  /** Its own access table. */
  readonly accessId: number | null
}

const columns = `f.id, f.name, f.description, f.version, b.size, b.type, b.sha256, u.name, v.at, f.document, f.access_id, t.state, f.kind, f.part, l.state, l.has_thumb, l.active, l.page_count`
const joined = `storage_file f join storage_version v on v.file_id = f.id and v.version = f.version join storage_blob b on b.sha256 = v.sha256 join platform_user u on u.id = v.user_id left join storage_text t on t.sha256 = v.sha256 left join storage_look l on l.sha256 = v.sha256`

const fileIn = ([id, name, description, version, size, type, sha256, by, at, document, accessId, text, kind, part, look, hasThumb, active, pageCount]: Cell[]): StoredFile => ({
  id: Number(id),
  name: String(name),
  description: description === null || description === undefined ? null : String(description),
  version: Number(version),
  size: Number(size),
  type: String(type),
  sha256: String(sha256),
  by: String(by),
  at: momentOf(at),
  text: (text ?? 'none') as Attachment['text'], // written by readTexts only
  kind: kind === null || kind === undefined ? null : String(kind),
  document: String(document),
  part: String(part),
  isWaiting: look === 'waiting',
  hasThumb: Number(hasThumb ?? 0) === 1,
  active: activitiesOf(active),
  pageCount: typeof pageCount === 'number' ? pageCount : null,
  accessId: typeof accessId === 'number' ? accessId : null,
})

/** The files of a document by name, whoever may know of them. */
export async function filesOf(system: System, document: string): Promise<StoredFile[]> {
  const rows = await system.database.read.execute(`select ${columns} from ${joined} where f.document = ? and f.live_name is not null order by f.name, f.id`, [document])
  return rows.map(fileIn)
}

/** One file of documents of a kind. @throws Failure 'missing' */
export async function fileOf(system: System, { kind, id }: { kind: string; id: number }): Promise<StoredFile & { documentId: number }> {
  const [row] = await system.database.read.execute(`select ${columns} from ${joined} where f.id = ? and f.live_name is not null`, [id])
  const file = row && fileIn(row)
  const [ofKind, documentId] = (file?.document ?? '').split(':')
  if (!file || ofKind !== kind) throw new Failure('missing')
  return { ...file, documentId: Number(documentId) }
}
