import { ascii, type Migration, tableOptions } from '@crm/platform/server'
import { addedFields, addedMoney, type FieldMap } from '../../index.ts'
import { columnsOf } from '../table/column.ts'

/** What admins said of the free columns. */
export const addedTable: Migration = {
  name: '0030-added-fields',
  statements: [
    `create table if not exists register_added_field (
      register varchar(80) ${ascii} not null,
      field varchar(40) ${ascii} not null,
      pl varchar(80) not null,
      en varchar(80) not null,
      choices text not null,
      is_used tinyint(1) not null,
      place int unsigned not null,
      primary key (register, field)
    ) ${tableOptions}`,
  ],
}

const types: Readonly<Record<string, string>> = {
  text: 'varchar(200) null',
  decimal: 'decimal(15,4) null',
  money: 'decimal(15,2) null',
  day: 'date null',
  choice: `varchar(40) ${ascii} null`,
  yesNo: 'tinyint(1) null',
}

/** The free columns of a table, each with its key, as `add column …` or inside a `create table`. */
function freeColumns({ hasMoney, verb }: { hasMoney: boolean; verb: 'add ' | '' }): string {
  const fields: FieldMap = { ...addedFields, ...(hasMoney ? addedMoney('currency') : {}) }
  return Object.entries(fields)
    .flatMap(([name, field]) => {
      const columns = columnsOf(name, field).map((column) => column.name)
      const [first = '', label] = columns
      const made = label === undefined ? [`${first} ${types[field.kind]}`] : [`${first} int unsigned null`, `${label} varchar(200) null`]
      return [...made.map((column) => `${verb}${verb && 'column '}${column}`), `${verb}key ${label ?? first} (${label ?? first})`]
    })
    .join(', ')
}

/** The columns of {@link addedFields} inside a `create table`. */
export const addedColumns = (of: { hasMoney: boolean }): string => freeColumns({ ...of, verb: '' })

/** The same for a table that was made before it had them. */
export const addAddedColumns = (table: string, of: { hasMoney: boolean }): string => `alter table ${table} ${freeColumns({ ...of, verb: 'add ' })}`
