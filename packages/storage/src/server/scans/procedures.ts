import { Failure, invalid } from '@crm/platform'
import { allowed, type Mutation, type Query, type Reading, statement, visibleKeys, momentOf, momentOrNull } from '@crm/platform/server'
import { z } from 'zod'
import { readLabel } from '../../label-code.ts'
import type { LabelLine, ScanLine, ScanPart, SortReason, StoppedIntake } from '../../scan.ts'
import { attach } from '../attach.ts'
import { documentIdOf } from '../labels/labelled.ts'
import { documentAt, fileNameFor, type ScanDesk } from './desk.ts'

interface Found {
  readonly id: number
  readonly label: string
}

export type ScanProcedures = {
  list: Query<undefined, ScanLine[]>
  labels: Query<undefined, LabelLine[]>
  stopped: Query<undefined, StoppedIntake[]>
  find: Query<{ kind: string; text: string }, Found[]>
  place: Mutation<{ partId: number; kind: string; documentId: number }, null>
  drop: Mutation<{ partId: number }, null>
}

const id = z.number().int().positive()
const nothing = { parse: () => undefined }

/** The desk of scans of an app: what came in, what waits for a person, which labels have not come back. */
export function scanProcedures(desk: ScanDesk): ScanProcedures {
  return {
    list: allowed(desk.rights.view)
      .input(nothing)
      .query(({ ctx }) => scansFor(ctx, desk)),
    labels: allowed(desk.rights.view)
      .input(nothing)
      .query(({ ctx }) => labelsFor(ctx, desk)),
    stopped: allowed(desk.rights.view)
      .input(nothing)
      .query(({ ctx }) => stoppedAt(ctx, desk)),
    find: allowed(desk.rights.sort)
      .input(z.strictObject({ kind: z.string().max(60), text: z.string().max(100) }))
      .query(async ({ ctx, input }) => {
        const to = desk.documents.find(({ kind }) => kind === input.kind)
        if (!to) throw invalid({ path: 'kind', code: 'not-a-choice' })
        const found = await to.search(ctx.system, input.text)
        const seen = await visibleKeys(
          ctx.system,
          ctx.user,
          found.map((one) => `${to.kind}:${one.id}`),
        )
        return found.filter((one) => seen.has(`${to.kind}:${one.id}`)).slice(0, 20)
      }),
    place: allowed(desk.rights.sort)
      .input(z.strictObject({ partId: id, kind: z.string().max(60), documentId: id }))
      .mutation(async ({ ctx, input }) => {
        const part = await lockPart(ctx, desk, input.partId)
        const destination = await documentAt(ctx.system, desk, `${input.kind}:${input.documentId}`)
        if (destination.reason !== null) throw invalid({ path: 'documentId', code: 'not-a-choice' })
        const { to, number } = destination
        await to.find({ ...ctx, right: to.rights.upload }, input.documentId)
        const document = `${to.kind}:${input.documentId}`
        await attach(ctx, {
          document,
          documentCode: number,
          part: null,
          name: fileNameFor(number),
          uploadId: `part-${part.id}`,
          blob: { sha256: part.sha256, size: part.size, type: part.type },
        })
        await statement("update storage_scan_part set state = 'attached', document = ?, document_code = ? where id = ?", [document, number, part.id])
        await settle(part.scan_id)
        await ctx.journal({ document: `${desk.kind}:${part.scan_id}`, note: number })
        return null
      }),
    drop: allowed(desk.rights.sort)
      .input(z.strictObject({ partId: id }))
      .mutation(async ({ ctx, input }) => {
        const part = await lockPart(ctx, desk, input.partId)
        // The file stays in the store: nothing that was scanned is ever lost.
        await statement("update storage_scan_part set state = 'dropped' where id = ?", [part.id])
        await settle(part.scan_id)
        await ctx.journal({ document: `${desk.kind}:${part.scan_id}`, changes: { part: [part.id, null] } })
        return null
      }),
  }
}

/** One's own scans; those of everybody for who sorts them. */
const scopeOf = (ctx: Reading, desk: ScanDesk) =>
  ctx.user.rights.has(desk.rights.sort.id) ? { text: 's.desk = ?', values: [desk.kind] } : { text: 's.desk = ? and s.user_id = ?', values: [desk.kind, ctx.user.id] }

async function stoppedAt(ctx: Reading, desk: ScanDesk): Promise<StoppedIntake[]> {
  const rows = await ctx.system.database.read.query('select source, failure, since from storage_intake where desk = ? and failure is not null', [desk.kind])
  return rows.map(([source, failure, since]) => ({ source, failure, since: momentOf(since) }) as StoppedIntake) // the jobs' own words
}

/** @throws Failure 'missing' */
export async function findScan(ctx: Reading, desk: ScanDesk, scanId: number): Promise<{ sha256: string }> {
  const scope = scopeOf(ctx, desk)
  const [row] = await ctx.system.database.read.query(`select s.sha256 from storage_scan s where s.id = ? and ${scope.text}`, [
    Number.isInteger(scanId) ? scanId : 0,
    ...scope.values,
  ])
  if (!row) throw new Failure('missing')
  return { sha256: String(row[0]) }
}

async function scansFor(ctx: Reading, desk: ScanDesk): Promise<ScanLine[]> {
  const scope = scopeOf(ctx, desk)
  const { read } = ctx.system.database
  const scans = await read.query(
    `select s.id, s.name, s.state, s.page_count, s.read_count, u.name, s.at from storage_scan s join platform_user u on u.id = s.user_id where ${scope.text} order by field(s.state, 'sort', 'reading', 'done'), s.id desc limit 100`,
    scope.values,
  )
  if (scans.length === 0) return []
  const rows = await read.query('select id, scan_id, pages, code, state, reason, document, document_code from storage_scan_part where scan_id in (?) order by scan_id, position', [
    scans.map(([scanId]) => scanId),
  ])
  const seen = await visibleKeys(ctx.system, ctx.user, [...new Set(rows.map((row) => String(row[6] ?? '')).filter(Boolean))])
  const parts = Map.groupBy(rows, (row) => Number(row[1]))
  return scans.map(([scanId, name, state, pageCount, readCount, by, at]) => ({
    id: Number(scanId),
    name: String(name),
    state: String(state) as ScanLine['state'], // written by the jobs
    pageCount: pageCount === null ? null : Number(pageCount),
    readCount: Number(readCount),
    by: String(by),
    at: momentOf(at),
    parts: (parts.get(Number(scanId)) ?? []).map(([partId, , pages, code, partState, reason, document, documentCode]): ScanPart => {
      const isSeen = document !== null && seen.has(String(document))
      return {
        id: Number(partId),
        pages: JSON.parse(String(pages)) as number[], // written by placeScan
        code: code === null ? null : String(code),
        state: String(partState) as ScanPart['state'],
        reason: reason === null ? null : (String(reason) as SortReason),
        document: isSeen ? String(document) : null,
        documentCode: isSeen ? String(documentCode) : null,
      }
    }),
  }))
}

async function labelsFor(ctx: Reading, desk: ScanDesk): Promise<LabelLine[]> {
  const rows = await ctx.system.database.read.query(
    'select l.id, l.code, l.document, u.name, l.printed_at, l.returned_at, l.voided_at from storage_label l join platform_user u on u.id = l.printed_by order by l.printed_at desc, l.id desc limit 500',
  )
  const seen = await visibleKeys(ctx.system, ctx.user, [...new Set(rows.map((row) => String(row[2])))])
  const abouts = new Map<string, { number: string; title: string }>()
  for (const to of desk.documents) {
    const ids = rows.map((row) => documentIdOf(String(row[2]))).filter(({ kind }) => kind === to.kind)
    for (const [documentId, about] of await to.about(
      ctx.system,
      ids.map((one) => one.id),
    ))
      abouts.set(`${to.kind}:${documentId}`, about)
  }
  return rows.flatMap(([labelId, code, document, by, printedAt, returnedAt, voidedAt]): LabelLine[] => {
    const about = abouts.get(String(document))
    if (!about || !seen.has(String(document)) || readLabel(String(code)) === null) return []
    return [
      {
        id: Number(labelId),
        code: String(code),
        document: String(document),
        documentCode: about.number,
        title: about.title,
        by: String(by),
        printedAt: momentOf(printedAt),
        returnedAt: momentOrNull(returnedAt),
        voidedAt: momentOrNull(voidedAt),
      },
    ]
  })
}

async function lockPart(ctx: Reading, desk: ScanDesk, partId: number) {
  const scope = scopeOf(ctx, desk)
  const [part] = await statement<{ id: number; scan_id: number; sha256: string; size: number; type: string }[]>(
    `select p.id, p.scan_id, p.sha256, b.size, b.type from storage_scan_part p join storage_scan s on s.id = p.scan_id join storage_blob b on b.sha256 = p.sha256 where p.id = ? and p.state = 'sort' and ${scope.text} for update`,
    [partId, ...scope.values],
  )
  if (!part) throw new Failure('missing')
  return part
}

async function settle(scanId: number): Promise<void> {
  const [left] = await statement<{ count: number }[]>("select count(*) as count from storage_scan_part where scan_id = ? and state = 'sort'", [scanId])
  if (Number(left?.count) === 0) await statement("update storage_scan set state = 'done' where id = ?", [scanId])
}
