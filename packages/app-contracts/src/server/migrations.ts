import type { Migration } from '@crm/platform/server'
import { accessColumn, addAddedColumns, searchChanges, walkableOnce } from '@crm/register/server'
import { annexTable } from './annex-table.ts'
import { columnType, contractTable, invoiceColumns } from './contract-table.ts'
import { staffTables } from './staff-tables.ts'
import { invoiceTable, warningTable } from './invoice-table.ts'

const { choice, money } = columnType

export const migrations: readonly Migration[] = [
  { name: '0001-trade', statements: contractTable('contract_trade', { own: { direction: `${choice} not null` } }) },
  {
    name: '0002-property',
    statements: contractTable('contract_property', {
      own: {
        side: `${choice} not null`,
        object: 'varchar(120) not null',
        address: 'varchar(200) null',
        area: 'decimal(10,2) null',
        rent: `${money} null`,
        deposit: `${money} null`,
        deposit_form: `${choice} null`,
        indexation: `${choice} null`,
        indexation_month: 'int null',
        utilities: `${choice} null`,
      },
    }),
  },
  {
    name: '0003-staff',
    statements: contractTable('contract_staff', {
      hasParties: false,
      own: {
        person: 'varchar(120) not null',
        position: 'varchar(120) null',
        working_time: 'decimal(4,3) null',
        rate: `${money} null`,
        rate_unit: `${choice} null`,
        has_non_compete: 'tinyint(1) null',
      },
    }),
  },
  { name: '0020-access', statements: ['contract_trade', 'contract_property', 'contract_staff'].map(accessColumn) },
  { name: '0030-annex', statements: [annexTable] },
  { name: '0031-invoice', statements: [invoiceTable, warningTable, ...['contract_trade', 'contract_property', 'contract_staff'].map(invoiceColumns)] },
  { name: '0060-number-order', statements: ['contract_trade', 'contract_property', 'contract_staff'].map((table) => walkableOnce(table, 'number')) },
  { name: '0061-search-changes', statements: ['contract_trade', 'contract_property', 'contract_staff'].flatMap(searchChanges) },
  {
    // What records call a place so far becomes the list of places.
    name: '0062-places',
    statements: ['contract_trade', 'contract_property', 'contract_staff'].map(
      (table) =>
        `insert ignore into storage_place (desk, code, created_at) select distinct 'contracts.papers', trim(storage_place), utc_timestamp(3) from ${table} where trim(storage_place) <> ''`,
    ),
  },
  { name: '0070-staff-tables', statements: staffTables },
  { name: '0075-added-fields', statements: ['contract_trade', 'contract_property', 'contract_staff'].map((table) => addAddedColumns(table, { hasMoney: true })) },
]
