import { tableOptions } from '@crm/platform/server'

// A timestamp counts in UTC whatever the session's zone, so its order survives the end of summer time.
const changedAt = 'changed_at timestamp(3) not null default current_timestamp(3)'

/** The statements that make a register's table around its own columns, the search text and the link tables. */
export function registerTable(table: string, { columns, links = [] }: { columns: string; links?: readonly string[] }): string[] {
  return [
    `create table if not exists ${table} (
      id int unsigned primary key auto_increment,
      version int unsigned not null,
      shelf varchar(8) character set ascii collate ascii_bin not null,
      access_id int unsigned null,
      created_at datetime(3) not null,
      updated_at datetime(3) not null,
      ${columns.trim().replace(/,$/, '')},
      key shelf (shelf)
    ) ${tableOptions}`,
    `create table if not exists ${table}_search (id int unsigned primary key, body varbinary(6000) not null, ${changedAt}, key changed_at (changed_at)) ${tableOptions}`,
    ...links.map(
      (link) =>
        `create table if not exists ${table}_${link} (record_id int unsigned not null, target_id int unsigned not null, primary key (record_id, target_id), key target (target_id)) ${tableOptions}`,
    ),
  ]
}

/** The column that names the access table of a record, for tables made before it stood in {@link registerTable}. */
export const accessColumn = (table: string): string => `alter table ${table} add column access_id int unsigned null`

/**
 * A column whose values are there once. Two keys: MariaDB does not see that rows in the order of a unique key are in the order of
 * that key and the id, and sorts the whole table; so the list walks the plain one, which has the column's name as all the others.
 */
export const onceKeys = (column: string): string => `unique key ${column}_once (${column}), key ${column} (${column})`

/** The same for a table whose unique key had the column's name. */
export const walkableOnce = (table: string, column: string): string => `alter table ${table} rename key ${column} to ${column}_once, add key ${column} (${column})`

/** When each text was written, for tables made before it stood in {@link registerTable}: what is there was written long ago. */
export const searchChanges = (table: string): string[] => [
  `alter table ${table}_search add column changed_at timestamp(3) not null default '2001-01-01 00:00:00', add key changed_at (changed_at)`,
  `alter table ${table}_search modify column ${changedAt}`,
]
