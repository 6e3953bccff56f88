import type { NoticeKind, TodoKind } from '@crm/platform'
import type { Reading, System, Writing } from '@crm/platform/server'
import type { PaperRights, PlaceRights } from '../../paper-rights.ts'
import type { PaperJobs } from '../../paper-jobs.ts'
import { documentIdOf, type Labelled } from '../labels/labelled.ts'

/** Documents whose papers lie somewhere; their record names the place. */
export interface Shelved extends Labelled {
  readonly paper: PaperRights
  /** `/contracts/trade` */
  readonly path: string
  readonly overdue: NoticeKind & TodoKind
  /** The place that each record names. */
  placesOf(system: System, ids: readonly number[]): Promise<ReadonlyMap<number, string | null>>
  /** Those not in the trash that name one of these places. */
  lyingAt(system: System, places: readonly string[]): Promise<readonly number[]>
  /** How many name which place, of those that the reader may see. */
  counts(ctx: Reading): Promise<readonly { readonly place: string; readonly count: number }[]>
  /** Hold the record to the end of the transaction: who comes second to its paper waits. */
  lock(id: number): Promise<void>
  /** Let the record name another place, in the running transaction, journalled. */
  put(ctx: Writing, id: number, place: string): Promise<void>
}

/** The places of an app, and the documents whose papers lie there. */
export interface PaperDesk {
  /** `contracts.papers` */
  readonly kind: string
  readonly rights: PlaceRights
  readonly jobs: PaperJobs
  readonly documents: readonly Shelved[]
}

/** A document of the desk by its key; `null` for one of another desk. */
export function shelvedAt(desk: PaperDesk, document: string): { readonly to: Shelved; readonly id: number } | null {
  const { kind, id } = documentIdOf(document)
  const to = desk.documents.find((one) => one.kind === kind)
  return to ? { to, id } : null
}

export interface PaperFacts {
  readonly number: string
  readonly title: string
  readonly place: string | null
}

/** Number, title and place of documents by their keys; those that are gone are not in the answer. */
export async function factsOf(system: System, desk: PaperDesk, documents: readonly string[]): Promise<Map<string, PaperFacts>> {
  const facts = new Map<string, PaperFacts>()
  for (const to of desk.documents) {
    const ids = documents.map(documentIdOf).flatMap(({ kind, id }) => (kind === to.kind ? [id] : []))
    if (ids.length === 0) continue
    const [abouts, places] = await Promise.all([to.about(system, ids), to.placesOf(system, ids)])
    for (const [id, { number, title }] of abouts) facts.set(`${to.kind}:${id}`, { number, title, place: places.get(id) ?? null })
  }
  return facts
}

/** The keys of all documents that name one of these places. */
export async function lyingAt(system: System, desk: PaperDesk, places: readonly string[]): Promise<string[]> {
  const found = await Promise.all(desk.documents.map(async (to) => (await to.lyingAt(system, places)).map((id) => `${to.kind}:${id}`)))
  return found.flat()
}
