import type { Day, Money } from '@crm/platform'

export const kinds = ['text', 'longText', 'code', 'integer', 'decimal', 'money', 'day', 'moment', 'choice', 'yesNo', 'tags', 'items', 'reference', 'references'] as const
export type Kind = (typeof kinds)[number]

/** A document of another register as it is read: its id and how people call it. */
export interface Referred {
  readonly id: number
  readonly label: string
}

/**
 * One field of a register. `Row` is what is read, `Input` what is written; neither exists at run time.
 */
export interface Field<Row = unknown, Input = unknown, Presence extends 'required' | 'optional' | 'computed' = 'required' | 'optional' | 'computed'> {
  readonly kind: Kind
  readonly presence: Presence
  /** Signs of texts and codes. */
  readonly maxLength?: number
  readonly choices?: readonly string[]
  /** Digits before and after the point, of decimals. */
  readonly precision?: number
  readonly scale?: number
  readonly min?: number
  readonly max?: number
  /** What each of several items is made of. */
  readonly of?: FieldMap
  /** The kind of document that a reference leads to, `directory.person`. */
  readonly target?: string
  /** The choice field that holds the currency of a money field. */
  readonly currency?: string
  /** The unit shown beside the input: a key of the app's messages. */
  readonly unit?: string
  /** A free column: what it means, if anything, an admin says. */
  readonly isAdded?: boolean
  /** The right of the field's own: without it nobody reads or writes its values, in the register as in the journal. */
  readonly sensitive?: string
  readonly types?: { readonly row: Row; readonly input: Input }
}

type Required<Row, Input = Row> = Field<Row, Input, 'required'>

export const text = (maxLength: number): Required<string> => ({ kind: 'text', presence: 'required', maxLength })
export const longText = (maxLength = 20_000): Required<string> => ({ kind: 'longText', presence: 'required', maxLength })
/** Compared sign by sign: numbers, tokens, identifiers. */
export const code = (maxLength: number): Required<string> => ({ kind: 'code', presence: 'required', maxLength })
export const integer = (range: { min?: number; max?: number; unit?: string } = {}): Required<number> => ({ kind: 'integer', presence: 'required', ...range })
export const decimal = (precision: number, scale: number, more: { unit?: string } = {}): Required<string> => ({ kind: 'decimal', presence: 'required', precision, scale, ...more })
export const money = (more: { currency?: string } = {}): Required<Money> => ({ kind: 'money', presence: 'required', precision: 15, scale: 2, ...more })
export const day = (): Required<Day> => ({ kind: 'day', presence: 'required' })
export const moment = (): Required<string> => ({ kind: 'moment', presence: 'required' })
export const choice = <const Choice extends string>(...choices: readonly Choice[]): Required<Choice> => ({ kind: 'choice', presence: 'required', choices })
export const yesNo = (): Required<boolean> => ({ kind: 'yesNo', presence: 'required' })
export const tags = (): Required<readonly string[]> => ({ kind: 'tags', presence: 'required', maxLength: 500 })
/** Several of the same sort, each made of a few small fields: addresses, contacts. Neither documents nor items stand in an item. */
export const items = <const Of extends FieldMap>(of: Of): Required<readonly RowOf<Of>[], readonly ValuesOf<Of>[]> => ({ kind: 'items', presence: 'required', of })
export const reference = (target: string): Required<Referred, number> => ({ kind: 'reference', presence: 'required', target })
export const references = (target: string): Required<readonly Referred[], readonly number[]> => ({ kind: 'references', presence: 'required', target })

/** The same field, which may be left empty. */
export const optional = <Row, Input>(field: Field<Row, Input, 'required'>): Field<Row, Input, 'optional'> => ({ ...field, presence: 'optional' }) as Field<Row, Input, 'optional'> // presence is the only thing that changes

/** The same field, written by the register's own rule and never by a person. */
export const computed = <Row, Input>(field: Field<Row, Input, 'required'>): Field<Row, Input, 'computed'> => ({ ...field, presence: 'computed' }) as Field<Row, Input, 'computed'> // as above

/** The same field, whose values only holders of a right of its own read and write. */
export const sensitive = <F extends Field>(field: F, right: { readonly id: string }): F => ({ ...field, sensitive: right.id })

export type FieldMap = Readonly<Record<string, Field>>

type NameOf<Fields, Presence> = { [Name in keyof Fields]: Fields[Name] extends Field<unknown, unknown, infer P> ? (P extends Presence ? Name : never) : never }[keyof Fields]
type RowType<F> = F extends Field<infer Row, unknown, infer P> ? (P extends 'required' ? Row : Row | null) : never
type InputType<F> = F extends Field<unknown, infer Input, infer P> ? (P extends 'required' ? Input : Input | null) : never

/** A record as it is read. */
export type RowOf<Fields extends FieldMap> = { readonly [Name in keyof Fields]: RowType<Fields[Name]> }

/** A record as it is entered: computed fields are not there, optional ones may be left out. */
export type ValuesOf<Fields extends FieldMap> = { readonly [Name in NameOf<Fields, 'required'>]: InputType<Fields[Name]> } & {
  readonly [Name in NameOf<Fields, 'optional'>]?: InputType<Fields[Name]>
}

export type FieldName<Fields extends FieldMap> = keyof Fields & string
