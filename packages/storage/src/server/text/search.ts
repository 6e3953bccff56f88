import type { Right } from '@crm/platform'
import { type Reading, visibleIds } from '@crm/platform/server'
import { excerptOf, textWords } from '../../excerpt.ts'
import type { FileHit } from '../../file-text.ts'
import type { AttachedTo } from '../attached-to.ts'

/** Hits that are looked through for those that the reader may see. */
const mostLooked = 2_000
const atOnce = 400

interface Found {
  readonly fileId: number
  readonly name: string
  readonly documentId: number
}

/**
 * Files of one kind of document whose newest version has words that begin with what is searched, the closest first. An excerpt is a look
 * into the file: only documents on which the reader may preview files are there.
 */
export async function searchFiles(ctx: Reading, to: AttachedTo, { text, limit }: { text: string; limit: number }): Promise<FileHit[]> {
  const words = textWords(text)
  if (words.length === 0 || !to.accessIds || !to.called) return []
  const hits: Found[] = []
  for (let from = 0; from < mostLooked && hits.length < limit; from += atOnce) {
    const found = await matching(ctx, to, { words, from })
    const seen = await seenDocuments(ctx, to, [...new Set(found.map((one) => one.documentId))])
    hits.push(...found.filter((one) => seen.has(one.documentId)))
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
    return document ? [{ ...one, ...document, excerpt: excerpts.get(one.fileId) ?? null }] : []
  })
}

async function matching(ctx: Reading, to: AttachedTo, { words, from }: { words: readonly string[]; from: number }): Promise<Found[]> {
  const wanted = words.map((word) => `+${word}*`).join(' ')
  const rows = await ctx.system.database.read.query(
    `select f.id, f.name, f.document, match (t.folded) against (? in boolean mode) as closeness
       from storage_text t join storage_version v on v.sha256 = t.sha256 join storage_file f on f.id = v.file_id and f.version = v.version
       where match (t.folded) against (? in boolean mode) and f.live_name is not null and f.document like ?
       order by closeness desc, f.id desc limit ${atOnce} offset ${from}`,
    [wanted, wanted, `${to.kind}:%`],
  )
  return rows.map(([id, name, document]) => ({ fileId: Number(id), name: String(name), documentId: Number(String(document).slice(to.kind.length + 1)) }))
}

/** Seen, and open to previews: each by the document's own table where it has one. */
async function seenDocuments(ctx: Reading, to: AttachedTo, ids: readonly number[]): Promise<Set<number>> {
  const { accessIds } = to
  if (!accessIds || !to.view) return new Set()
  const may = (right: Pick<Right, 'id'>) => visibleIds(ctx.system, ctx.user, { kind: { kind: to.kind, view: right.id, path: '', accessIds }, ids })
  const [seen, open] = await Promise.all([may({ id: to.view }), may(to.rights.preview)])
  return new Set([...seen].filter((id) => open.has(id)))
}

async function excerptsOf(ctx: Reading, hits: readonly Found[], words: readonly string[]): Promise<Map<number, FileHit['excerpt']>> {
  if (hits.length === 0) return new Map()
  const rows = await ctx.system.database.read.query(
    'select f.id, t.body from storage_file f join storage_version v on v.file_id = f.id and v.version = f.version join storage_text t on t.sha256 = v.sha256 where f.id in (?)',
    [hits.map((one) => one.fileId)],
  )
  return new Map(rows.map(([id, body]) => [Number(id), excerptOf(String(body ?? ''), words)]))
}
