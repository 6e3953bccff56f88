import { addedTable } from './added/table.ts'
import { commentTable } from './comments/table.ts'
import { exportTable } from './export/table.ts'
import { importTables } from './import/tables.ts'
import { voidedTable } from './voided/table.ts'
import { firstViewTable, viewTable } from './views/tables.ts'
import type { Migration } from '@crm/platform/server'

export const migrations: readonly Migration[] = [viewTable, importTables, commentTable, exportTable, addedTable, voidedTable, firstViewTable]
