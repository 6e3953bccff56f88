import { addedTable } from './added/table.ts'
import { commentTable } from './comments/table.ts'
import { exportTable } from './export/table.ts'
import { importTables } from './import/tables.ts'
import { type Migration, tableOptions } from '@crm/platform/server'

const ascii = 'character set ascii collate ascii_bin'

export const migrations: readonly Migration[] = [
  {
    name: '0001-views',
    statements: [
      `create table if not exists register_view (
        id int unsigned primary key auto_increment,
        register varchar(80) ${ascii} not null,
        owner_id int unsigned not null,
        name varchar(80) not null,
        audience varchar(8) ${ascii} not null,
        group_id int unsigned null,
        state text not null,
        updated_at datetime(3) not null,
        key register (register, owner_id),
        constraint view_owner foreign key (owner_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
  importTables,
  commentTable,
  exportTable,
  addedTable,
]
