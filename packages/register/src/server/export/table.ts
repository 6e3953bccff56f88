import { ascii, type Migration, tableOptions } from '@crm/platform/server'

/** Files that a worker writes for one person. */
export const exportTable: Migration = {
  name: '0012-export',
  statements: [
    `create table if not exists register_export (
      id int unsigned primary key auto_increment,
      register varchar(80) ${ascii} not null,
      owner_id int unsigned not null,
      format varchar(4) ${ascii} not null,
      language char(2) ${ascii} not null,
      question text not null,
      state varchar(8) ${ascii} not null,
      reason varchar(40) ${ascii} null,
      row_count int unsigned null,
      done_count int unsigned not null,
      size bigint unsigned null,
      at datetime(3) not null,
      ends_at datetime(3) not null,
      key owner (owner_id, register, id),
      key ends_at (ends_at),
      constraint export_owner foreign key (owner_id) references platform_user (id)
    ) ${tableOptions}`,
  ],
}
