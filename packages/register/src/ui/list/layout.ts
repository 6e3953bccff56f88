import { usePreference } from '@crm/platform/ui'
import type { View } from '../view.ts'

/** How a person keeps a register's table: for good, on the server. */
export interface Layout {
  readonly columns: readonly string[]
  readonly widths: Readonly<Record<string, number>>
  readonly isDense?: boolean
  readonly isPinned?: boolean
}

export const usualLayout = (view: View): Layout => ({ columns: view.register.list.columns, widths: {} })

export const useLayout = (view: View) => usePreference<Layout>(`register.${view.register.id}`, usualLayout(view))
