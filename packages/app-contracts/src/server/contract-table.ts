import { ascii } from '@crm/platform/server'
import { addedColumns, onceKeys, registerTable } from '@crm/register/server'

const bin = 'collate utf8mb4_bin'

const contractColumns = (parties: string) => `
  number varchar(40) ${bin} not null, kind varchar(40) ${ascii} not null, subject varchar(250) not null,
  ${parties}, status varchar(40) ${ascii} not null,
  signed_on date not null, starts_on date not null, term_kind varchar(40) ${ascii} not null, ends_on date null,
  renewal_months int null, renewal_count int null, notice_count int null, notice_unit varchar(40) ${ascii} null,
  value decimal(15,2) null, currency varchar(40) ${ascii} not null, price_basis varchar(40) ${ascii} not null, period varchar(40) ${ascii} not null,
  payment_days int null, owner_id int unsigned not null, owner_label varchar(200) not null,
  department_id int unsigned null, department_label varchar(200) null, cost_centre varchar(20) ${bin} null, storage_place varchar(80) null,
  tags varchar(500) null, notes text null,
  next_end_on date null, notice_deadline_on date null, decide_by_on date null, value_per_year decimal(15,2) null,
  spend_limit decimal(15,2) null, invoiced_total decimal(15,2) null, used_share decimal(8,2) null`

/** Every short column is an index of its own name: the list's planner walks the one it sorts by. */
const contractKeys = [
  'kind',
  'subject',
  'parties_label',
  'status',
  'signed_on',
  'starts_on',
  'term_kind',
  'ends_on',
  'renewal_months',
  'renewal_count',
  'notice_count',
  'notice_unit',
  'value',
  'currency',
  'price_basis',
  'period',
  'payment_days',
  'owner_id',
  'owner_label',
  'department_id',
  'department_label',
  'cost_centre',
  'storage_place',
  'next_end_on',
  'notice_deadline_on',
  'decide_by_on',
  'value_per_year',
  'spend_limit',
  'invoiced_total',
  'used_share',
]
  .map((column) => `key ${column} (${column})`)
  .join(', ')

/** The column types that variants use beside the common ones. */
export const columnType = { choice: `varchar(40) ${ascii}`, money: 'decimal(15,2)' } as const

/** What invoices need, for tables made before it stood among the common columns. */
export const invoiceColumns = (table: string): string =>
  `alter table ${table} add column spend_limit decimal(15,2) null, add column invoiced_total decimal(15,2) null, add column used_share decimal(8,2) null,
   add key spend_limit (spend_limit), add key invoiced_total (invoiced_total), add key used_share (used_share)`

/** The tables of a variant: the common columns, its own, and an index for each. */
export function contractTable(table: string, { own, hasParties = true }: { own: Readonly<Record<string, string>>; hasParties?: boolean }): string[] {
  const presence = hasParties ? 'not null' : 'null'
  const columns = [
    contractColumns(`parties_ids varchar(500) ${ascii} ${presence}, parties_label varchar(400) ${presence}`),
    ...Object.entries(own).map(([name, type]) => `${name} ${type}`),
    onceKeys('number'),
    contractKeys,
    ...Object.keys(own).map((name) => `key ${name} (${name})`),
    addedColumns({ hasMoney: true }),
  ]
  return registerTable(table, { columns: columns.join(', '), links: ['parties'] })
}
