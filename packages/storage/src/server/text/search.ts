import { type Reading, visibleIds } from '@crm/platform/server'
import { excerptOf, textWords } from '../../excerpt.ts'
import type { FileHit } from '../../file-text.ts'
import { visibleFiles } from '../access/file-access.ts'
import type { AttachedTo } from '../attached-to.ts'

/** Hits that are looked through for those that the reader may see. */
const mostLooked = 2_000
const atOnce = 400

interface Found {
  readonly id: number
  readonly name: string
  readonly document: string
  readonly documentId: number
  readonly accessId: number | null
}

/**
 * Files of one kind of document whose newest version has words that begin with what is searched, the closest first. An excerpt is a look
 * into the file: only files that the reader may preview are there.
 */
export async function searchFiles(ctx: Reading, to: AttachedTo, { text, limit }: { text: string; limit: number }): Promise<FileHit[]> {
  const words = textWords(text)
  if (words.length === 0 || !to.called) return []
  const hits: Found[] = []
  for (let from = 0; from < mostLooked && hits.length < limit; from += atOnce) {
    const found = await matching(ctx, to, { words, from })
    hits.push(...(await openFiles(ctx, to, found)))
    if (found.length < atOnce) break
  }
  const shown = hits.slice(0, limit)
  const [called, excerpts] = await Promise.all([
    to.called(
      ctx.system,
      shown.map((one) => one.documentId),
    ),
    excerptsOf(ctx, shown, words),
  ])
  return shown.flatMap((one) => {
    const document = called.get(one.documentId)
    return document ? [{ fileId: one.id, name: one.name, documentId: one.documentId, ...document, excerpt: excerpts.get(one.id) ?? null }] : []
  })
}

async function matching(ctx: Reading, to: AttachedTo, { words, from }: { words: readonly string[]; from: number }): Promise<Found[]> {
  const wanted = words.map((word) => `+${word}*`).join(' ')
  const rows = await ctx.system.database.read.query(
    `select f.id, f.name, f.document, f.access_id, match (t.folded) against (? in boolean mode) as closeness
       from storage_text t join storage_version v on v.sha256 = t.sha256 join storage_file f on f.id = v.file_id and f.version = v.version
       where match (t.folded) against (? in boolean mode) and f.live_name is not null and f.document like ?
       order by closeness desc, f.id desc limit ${atOnce} offset ${from}`,
    [wanted, wanted, `${to.kind}:%`],
  )
  return rows.map(([id, name, document, accessId]) => ({
    id: Number(id),
    name: String(name),
    document: String(document),
    documentId: Number(String(document).slice(to.kind.length + 1)),
    accessId: accessId === null ? null : Number(accessId),
  }))
}

/** Of documents that are seen, the files that are known and open to previews: each by its own table where it has one. */
async function openFiles(ctx: Reading, to: AttachedTo, found: readonly Found[]): Promise<Found[]> {
  if (found.length === 0) return []
  const ids = [...new Set(found.map((one) => one.documentId))]
  const { kind, view, accessIds } = to
  const [seen, tables] = await Promise.all([visibleIds(ctx.system, ctx.user, { kind: { kind, view, accessIds }, ids }), accessIds(ctx.system, ids)])
  const accessIdOf = (document: string) => tables.get(Number(document.slice(kind.length + 1))) ?? null
  const known = await visibleFiles(ctx, to, { files: found.filter((one) => seen.has(one.documentId)), accessIdOf })
  return visibleFiles(ctx, to, { files: known, accessIdOf, right: to.rights.preview })
}

async function excerptsOf(ctx: Reading, hits: readonly Found[], words: readonly string[]): Promise<Map<number, FileHit['excerpt']>> {
  if (hits.length === 0) return new Map()
  const rows = await ctx.system.database.read.query(
    'select f.id, t.body from storage_file f join storage_version v on v.file_id = f.id and v.version = f.version join storage_text t on t.sha256 = v.sha256 where f.id in (?)',
    [hits.map((one) => one.id)],
  )
  return new Map(rows.map(([id, body]) => [Number(id), excerptOf(String(body ?? ''), words)]))
}
