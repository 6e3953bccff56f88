import { type AnyRegister, defineRegister, type FieldMap, type FieldName, type Register, sensitive } from '@crm/register'
import { areAlike } from './alike.ts'
import { contractIssues } from './check.ts'
import { type Beside, contractDates } from './contract-dates.ts'
import type { ContractFields, ContractRow } from './fields.ts'

/** What a variant calls itself and the fields that only it has, in one language. */
interface VariantTexts<Own extends string = string> {
  readonly title: string
  readonly one: string
  readonly create: string
  readonly empty: string
  readonly sections?: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<Own, string>>
  readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** One kind of contract register: trade, property, staff. A new one is a file like theirs, a migration and a line in `variants.ts`. */
export interface Variant<Fields extends FieldMap> extends About {
  readonly register: Register<Fields>
}

/** A variant whose fields are walked by name; every declared one fits. */
interface AnyVariant extends About {
  readonly register: AnyRegister
}

/** The variants of a build by the name of their entity. */
export type Variants = Readonly<Record<string, AnyVariant>>

interface About {
  readonly texts: { readonly pl: VariantTexts; readonly en: VariantTexts }
  /** Level *work* opens a variant; a confidential one begins with *manage*, and each of its contracts with an access table of its own. */
  readonly isConfidential: boolean
  /** The fields whose texts stand on the label beside the number. */
  readonly labelText: readonly string[]
  /** What a new contract begins with, beside today and its owner. */
  readonly initial: Readonly<Record<string, unknown>>
}

/** Every variant has the common fields; kinds and parties may be its own. */
type Common = Omit<ContractFields, 'kind' | 'parties'>
type Own<Fields> = Exclude<keyof Fields & string, keyof ContractFields>

interface Declaration<Fields extends FieldMap> {
  /** `trade`: the name in rights, addresses and tables. */
  readonly entity: string
  readonly series: string
  readonly fields: Fields
  readonly sections: Readonly<Record<string, readonly FieldName<Fields>[]>>
  readonly columns: readonly FieldName<Fields>[]
  readonly texts: { readonly pl: VariantTexts<Own<Fields>>; readonly en: VariantTexts<Own<Fields>> }
  readonly isConfidential?: boolean
  /** The subject, unless said. */
  readonly labelText?: readonly FieldName<Fields>[]
  readonly initial?: Readonly<Record<string, unknown>>
  /** With whom it is: two contracts of theirs may be one. The parties, unless the variant says another. */
  readonly sameBy?: FieldName<Fields>
}

/** Amounts, and what share of one is used, are read and written by a right of their own. */
const guarded = <Fields extends FieldMap>(fields: Fields, amounts: { readonly id: string }): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.kind === 'money' || name === 'usedShare' ? sensitive(field, amounts) : field])) as Fields // the same fields

/** The rules of every variant are the same; what it records beside the common fields is its own. */
export function defineVariant<const Fields extends FieldMap & Common>(declaration: Declaration<Fields>): Variant<Fields> {
  const fields = guarded(declaration.fields, { id: `contracts.${declaration.entity}.amounts` })
  const name = (field: keyof Common | 'subject' | 'parties') => field as FieldName<Fields> // Common is in Fields, parties in every variant
  const { entity, series, sections, columns, texts, isConfidential = false, labelText = [name('subject')], initial = {}, sameBy = name('parties') } = declaration
  const register = defineRegister<Fields>({
    id: `contracts.${entity}`,
    table: `contract_${entity}`,
    code: { field: name('number'), series },
    fields,
    sections,
    list: { columns, sort: { field: name('signedOn'), dir: 'desc' }, title: name('subject') },
    // The common fields are in every variant; the compiler does not follow that through the row's type.
    // What stands beside is what the app's own loader says.
    derive: (row, { today, beside }) => contractDates(row as unknown as ContractRow, today, beside as Beside | undefined) as object,
    duplicates: { same: [sameBy], inImport: [name('signedOn')], isAlike: (one, other) => areAlike(one as unknown as ContractRow, other as unknown as ContractRow) },
    check: (row) => contractIssues(row as unknown as ContractRow),
  })
  return { register, texts, isConfidential, labelText, initial }
}
