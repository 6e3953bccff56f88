import { ascii, type Migration, tableOptions } from '@crm/platform/server'

export const viewTable: Migration = {
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
}

/** With which view the list of a register begins for everybody of a level, until they choose otherwise. */
export const firstViewTable: Migration = {
  name: '0041-first-views',
  statements: [
    `create table if not exists register_first_view (
      register varchar(80) ${ascii} not null,
      level varchar(8) ${ascii} not null,
      view_id int unsigned not null,
      primary key (register, level),
      constraint first_view foreign key (view_id) references register_view (id) on delete cascade
    ) ${tableOptions}`,
  ],
}
