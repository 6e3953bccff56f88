import type { Messages, Right } from '@crm/platform'
import type { Api } from '@crm/platform/ui'
import type { JSX } from 'solid-js'
import { type AddedField, type AnyRegister, type FieldMap, type FieldName, type Register, type RegisterRights, type Shelf, withAdded } from '../index.ts'
import type { Form } from './form/form.ts'
import type { RegisterProcedures } from '../server/index.ts'

/** How a badge is coloured; its text says the same. */
export type BadgeLook = 'success' | 'warning' | 'danger' | 'secondary' | 'info'

/** A record as its page shows it. */
export type Shown = Readonly<Record<string, unknown>> & { readonly id: number; readonly version: number; readonly shelf: Shelf }

/** A tab that an app adds to a record's page. */
export interface RecordTab {
  readonly id: string
  readonly label: () => string
  /** Without it, on this very document, the tab is not there. */
  readonly right: Right
  /** Made once a record; what it reads of the row follows every change. */
  readonly content: (row: Shown) => JSX.Element
}

/** The form of a new record, for something that fills it in. */
export interface Filling {
  value(name: string): unknown
  /** Whether a person has put something else there than it began with. */
  isTyped(name: string): boolean
  set(name: string, value: unknown): void
}

interface Common {
  readonly rights: RegisterRights
  readonly messages: Messages
  /** Where the register's texts stand in the app's messages: `trade`. */
  readonly entity: string
  /** The list's address; a record's is under it. */
  readonly path: string
  /** Further tabs of a record's page, made by the app. */
  readonly tabs?: readonly RecordTab[]
  /** What must be known at once, above the tabs. */
  readonly banner?: (row: Shown) => JSX.Element
  /** Where a record went that is not there any more: it became part of another. */
  readonly elsewhere?: (documentId: number) => Promise<{ readonly id: number; readonly name: string } | null>
  /** What the app offers above the fields of a form. */
  readonly formTop?: (form: Form) => JSX.Element
  /** What the app shows under the data of a record. */
  readonly below?: (row: Shown) => JSX.Element
  /** What computed fields follow from beside the record, for the form's preview. */
  readonly beside?: (documentId: number) => Promise<unknown>
  /** The files of a record, when it has any. */
  readonly files?: (documentId: number) => JSX.Element
  /** What may fill the form of a new record in, above its fields. */
  readonly fillIn?: (form: Filling) => JSX.Element
  /** What the search of the list finds in the files of its records. */
  readonly filesFound?: (search: string) => JSX.Element
  /** Buttons of the app's own in the head of a record. */
  readonly actions?: (documentId: number) => JSX.Element
  /** Buttons of the app's own for several records at once. */
  readonly manyActions?: (documentIds: readonly number[]) => JSX.Element
}

/** What the pages of a register are made from. Names of fields are checked against the declaration. */
export interface RegisterView<Fields extends FieldMap> extends Common {
  readonly register: Register<Fields>
  readonly api: Api<RegisterProcedures<Fields>>
  readonly badges?: { readonly [Name in FieldName<Fields>]?: Readonly<Record<string, BadgeLook>> }
}

/** The same with fields walked by name. */
export interface View extends Common {
  /** Without the columns that are free. */
  readonly register: AnyRegister
  readonly declared: AnyRegister
  readonly api: Api<RegisterProcedures<FieldMap>>
  readonly badges: Readonly<Record<string, Readonly<Record<string, BadgeLook>> | undefined>>
  /** What admins said of the fields they added; empty until {@link WithAdded} has asked. */
  readonly added: readonly AddedField[]
}

// The pages walk fields by name; the declaration was checked where the view was defined.
export const defineView = <Fields extends FieldMap>(view: RegisterView<Fields>): View =>
  ({ ...view, register: withAdded(view.register, []), declared: view.register, badges: view.badges ?? {}, added: [] }) as unknown as View
