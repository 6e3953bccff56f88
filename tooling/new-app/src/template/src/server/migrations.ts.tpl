import type { Migration } from '@crm/platform/server'
import { registerTable } from '@crm/register/server'

const ascii = 'character set ascii collate ascii_bin'

/** Every short column is an index of its own name: the list's planner walks the one it sorts by. */
export const migrations: readonly Migration[] = [
  {
    name: '0001-entry',
    statements: registerTable('__table___entry', {
      columns: `
        number varchar(40) collate utf8mb4_bin not null, title varchar(200) not null, status varchar(40) ${ascii} not null, due_on date null,
        owner_id int unsigned not null, owner_label varchar(200) not null, notes text null,
        unique key number (number), key title (title), key status (status), key due_on (due_on), key owner_id (owner_id), key owner_label (owner_label)`,
    }),
  },
]
