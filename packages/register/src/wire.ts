import type { FieldMap, FieldName, Referred, RowOf, ValuesOf } from './field.ts'
import type { FailureData, Language } from '@crm/platform'
import type { Filter } from './filter.ts'
import type { Sort } from './register.ts'

/** Where a record stands: in use, put away, or in the trash. */
export type Shelf = 'current' | 'archived' | 'removed'

export interface Selection {
  readonly filter?: Filter | undefined
  readonly search?: string | undefined
  readonly shelf?: Shelf | undefined
}

export interface ListInput<Fields extends FieldMap = FieldMap> extends Selection {
  readonly columns: readonly FieldName<Fields>[]
  readonly sort?: readonly Sort<FieldName<Fields>>[] | undefined
  readonly cursor?: string | null | undefined
  readonly limit?: number | undefined
}

/** One line: id, version, then a cell for each column in the order asked. */
export type Line = readonly [id: number, version: number, ...cells: unknown[]]

export interface ListAnswer {
  readonly rows: readonly Line[]
  /** Where the next page begins; `null` after the last. */
  readonly next: string | null
}

export interface Count {
  readonly count: number
  /** Counting stops here: "more than 10,000". */
  readonly isCapped: boolean
}

export type RecordOf<Fields extends FieldMap> = RowOf<Fields> & {
  readonly id: number
  readonly version: number
  readonly shelf: Shelf
  readonly createdAt: string
  readonly updatedAt: string
}

export interface GetAnswer<Fields extends FieldMap> {
  readonly row: RecordOf<Fields>
  /** Ids of the rights that the reader holds on this very document. */
  readonly can: readonly string[]
}

export interface CreateInput<Fields extends FieldMap> {
  readonly values: ValuesOf<Fields>
  /** Made by the client for each form: a repeated request gets the first answer. */
  readonly key?: string | undefined
}

export interface UpdateInput<Fields extends FieldMap> {
  readonly id: number
  readonly version: number
  readonly values: Partial<ValuesOf<Fields>>
}

export interface Marked {
  readonly id: number
  readonly version: number
}

export interface LookupInput<Fields extends FieldMap> {
  readonly field: FieldName<Fields>
  readonly text: string
  readonly limit?: number | undefined
}

export type LookupAnswer = readonly Referred[]

/** What the amounts of one column come to, in one currency. */
export interface Total {
  readonly field: string
  readonly currency: string | null
  readonly sum: string
}

export interface TotalsInput extends Selection {
  /** Columns of money. */
  readonly fields: readonly string[]
}

/** The ids of what a filter finds, up to as many as can be dealt with at once. */
export interface Ids {
  readonly ids: readonly number[]
  readonly isCapped: boolean
}

/** Several records and the name of the whole act: entries of one act bear it in the journal. */
export interface BulkInput {
  readonly ids: readonly number[]
  readonly batch: string
}

export interface BulkEditInput<Fields extends FieldMap> extends BulkInput {
  readonly values: Partial<ValuesOf<Fields>>
}

export interface BulkTagInput extends BulkInput {
  readonly field: string
  readonly tag: string
}

export interface BulkAnswer {
  readonly done: readonly number[]
  readonly refused: readonly { readonly id: number; readonly code: string | null; readonly failure: FailureData }[]
}

/** What of a list goes on paper, and how many rows of it. */
export interface PrintListInput extends Omit<Selection, 'shelf'> {
  readonly shelf?: Shelf | 'voided' | undefined
  readonly shown: number
}

export interface DestroyInput extends Marked {
  /** Stays beside the number that nobody gets again. */
  readonly reason: string
}

/** Days that a record stays in the trash. */
export const trashDays = 30

/** What depends on a record, by the word for it: kept about it and gone with it, or a register that refers to it. */
export interface Dependent {
  readonly what: string
  readonly count: number
  /** The record cannot go while these are there. */
  readonly isBlocking: boolean
}

export interface AlikeInput {
  /** What is filled in so far, as it would be sent. */
  readonly values: Readonly<Record<string, unknown>>
  /** The record itself, when it is being edited. */
  readonly except?: number | undefined
}

/** A record that may be the same thing. */
export interface AlikeLine {
  readonly id: number
  readonly code: string
  readonly title: string
}

/** A record as it was at the end of a day. */
export interface PastAnswer {
  /** `null` before it was made. */
  readonly row: Readonly<Record<string, unknown>> | null
  readonly shelf: Shelf | null
  /** Fields that are other now. */
  readonly changed: readonly string[]
  /** Fields that the reader may not see. */
  readonly hidden: readonly string[]
  /** The first day of which anything is known. */
  readonly knownFrom: string
}

/** What a list can be taken along as. */
export const exportFormats = ['xlsx', 'csv', 'pdf'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Days that a file written by a worker lasts. */
export const exportDays = 7

/** How many rows a browser waits for; more are written by a worker. */
export const mostWaitedFor: Readonly<Record<ExportFormat, number>> = { xlsx: 10_000, csv: 10_000, pdf: 1_000 }

export interface OrderExportInput {
  readonly format: ExportFormat
  readonly language: Language
  readonly question: Omit<ListInput, 'cursor' | 'limit'>
  readonly key?: string | undefined
}

export interface ExportLine {
  readonly id: number
  readonly format: ExportFormat
  readonly state: 'waiting' | 'ready' | 'failed'
  readonly reason: string | null
  /** Known once it is being written. */
  readonly rowCount: number | null
  readonly doneCount: number
  /** Bytes. */
  readonly size: number | null
  readonly at: string
  readonly endsAt: string
}
