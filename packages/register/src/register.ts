import type { Day, Issue } from '@crm/platform'
import type { FieldMap, FieldName, RowOf } from './field.ts'

export interface Sort<Name extends string = string> {
  readonly field: Name
  readonly dir: 'asc' | 'desc'
}

/** What a rule of computed fields is asked with beside the row. */
export interface Deriving {
  readonly today: Day
  /** What the app keeps beside the record and its rule needs: a contract's annexes. Absent for a record that is only being made. */
  readonly beside?: unknown
}

/** When two records may be the same thing: one is warned while entering, and an import asks what to do. */
interface Duplicates<Name extends string, Row> {
  /** Fields that are equal in both and empty in neither; of several references one in common. */
  readonly same: readonly Name[]
  /** Further fields that an import, where nobody looks at each row, asks to be equal. */
  readonly inImport?: readonly Name[]
  /** What beyond those fields makes them alike; without it they are. Of a form that is being filled in, not everything is there yet. */
  isAlike?(one: { readonly [Field in keyof Row]: Row[Field] | null }, other: Row): boolean
}

/** A list of records of one kind: the one declaration from which form, checks, table, model and procedures are made. */
export interface Register<Fields extends FieldMap = FieldMap> {
  /** `contracts.trade`: the app and the entity. */
  readonly id: string
  readonly table: string
  readonly fields: Fields
  /** How records are called by people; the field is written once, when the record is made. */
  readonly code?: { readonly field: FieldName<Fields>; readonly series: string }
  /** Titled groups of the form and the record page. */
  readonly sections: Readonly<Record<string, readonly FieldName<Fields>[]>>
  readonly list: { readonly columns: readonly FieldName<Fields>[]; readonly sort: Sort<FieldName<Fields>>; readonly title: FieldName<Fields> }
  /** Computed fields from the others; the browser's preview calls the same function. */
  derive?(row: NoInfer<RowOf<Fields>>, at: Deriving): Partial<NoInfer<RowOf<Fields>>>
  /** What is wrong beyond each field by itself: an end before its start. */
  check?(row: NoInfer<RowOf<Fields>>): readonly Issue[]
  readonly duplicates?: Duplicates<FieldName<Fields>, NoInfer<RowOf<Fields>>>
}

/** A register whose fields are walked by name; every declared one fits. Its rules take rows that were read by the same declaration. */
export interface AnyRegister {
  readonly id: string
  readonly table: string
  readonly fields: FieldMap
  readonly code?: { readonly field: string; readonly series: string }
  readonly sections: Readonly<Record<string, readonly string[]>>
  readonly list: { readonly columns: readonly string[]; readonly sort: Sort; readonly title: string }
  derive?(row: never, at: Deriving): object
  check?(row: never): readonly Issue[]
  readonly duplicates?: Duplicates<string, never>
  /** Of a register that is read in part: the fields that are left out, with the right that each asks for. */
  readonly hidden?: Readonly<Record<string, string>>
}

export function defineRegister<const Fields extends FieldMap>(register: Register<Fields>): Register<Fields> {
  for (const [section, names] of Object.entries(register.sections)) {
    const unknown = names.find((name) => !(name in register.fields))
    if (unknown) throw new Error(`${register.id}.sections.${section} names "${unknown}"; the register has ${Object.keys(register.fields).join(', ')}`)
  }
  const unfillable = Object.entries(register.fields).find(([, { sensitive, presence }]) => sensitive !== undefined && presence === 'required')
  if (unfillable) throw new Error(`${register.id}.${unfillable[0]} must be optional: without its right nobody could fill it in`)
  return register
}

/** Fields that a table can be sorted by: everything but long texts, tags and items. */
export const isSortable = (register: AnyRegister, name: string): boolean => {
  const kind = register.fields[name]?.kind
  return kind !== undefined && kind !== 'longText' && kind !== 'tags' && kind !== 'items'
}

export const documentOf = (register: { readonly id: string }, id: number): string => `${register.id}:${id}`
