import type { Issue } from '@crm/platform'

/** The columns of an import in the order in which they are shown. */
export const importColumns = ['login', 'name', 'email', 'phone', 'department', 'position', 'supervisor', 'activeFrom', 'activeTo'] as const
export type ImportColumn = (typeof importColumns)[number]

/** One person of an import as texts: department and position by their names, supervisor by login or name. */
export type ImportRow = Readonly<Record<ImportColumn, string>>

/** What an import would do, or did. Nothing is written while any row has an issue. */
export interface ImportAnswer {
  readonly rows: readonly ImportRow[]
  /** By the row's place in `rows`. */
  readonly issues: readonly (readonly Issue[])[]
  /** Columns of the file that mean nothing here. */
  readonly ignored: readonly string[]
  readonly createdCount: number
}

const names: Readonly<Record<ImportColumn, readonly string[]>> = {
  login: ['login', 'uzytkownik', 'nazwa uzytkownika', 'user'],
  name: ['name', 'imie i nazwisko', 'nazwisko i imie', 'osoba', 'full name'],
  email: ['email', 'e-mail', 'mail', 'adres e-mail'],
  phone: ['phone', 'telefon', 'tel', 'nr telefonu'],
  department: ['department', 'dzial', 'departament'],
  position: ['position', 'stanowisko', 'job title'],
  supervisor: ['supervisor', 'przelozony', 'przelozona', 'manager'],
  activeFrom: ['active from', 'aktywny od', 'konto od', 'od dnia', 'activefrom'],
  activeTo: ['active to', 'aktywny do', 'konto do', 'do dnia', 'activeto'],
}

/** Which column a head means, folded; `null` when none. */
export const columnOfHead = (folded: string): ImportColumn | null => importColumns.find((column) => names[column].includes(folded)) ?? null
