import { ascii, type Migration, tableOptions } from '@crm/platform/server'

/** Imports and the rows of their sheets, each with what became of it. */
export const importTables: Migration = {
  name: '0010-import',
  statements: [
    `create table if not exists register_import (
      id int unsigned primary key auto_increment,
      register varchar(80) ${ascii} not null,
      upload varchar(60) ${ascii} not null,
      owner_id int unsigned not null,
      name varchar(200) not null,
      sha256 char(64) ${ascii} not null,
      batch char(36) ${ascii} not null,
      state varchar(12) ${ascii} not null,
      reason varchar(40) ${ascii} null,
      heads mediumtext null,
      heads_hash char(64) ${ascii} null,
      mapping mediumtext null,
      same varchar(8) ${ascii} not null,
      row_count int unsigned not null,
      done_count int unsigned not null,
      moved_at datetime(3) not null,
      at datetime(3) not null,
      unique key upload (upload),
      key owner (owner_id, register, id),
      key at (at),
      constraint import_owner foreign key (owner_id) references platform_user (id)
    ) ${tableOptions}`,
    `create table if not exists register_import_row (
      import_id int unsigned not null,
      number int unsigned not null,
      cells mediumtext null,
      state varchar(8) ${ascii} not null,
      issues text null,
      same_id int unsigned null,
      same_code varchar(80) null,
      same_key char(40) ${ascii} null,
      record_id int unsigned null,
      record_version int unsigned null,
      primary key (import_id, number),
      key state (import_id, state, number),
      key same_key (import_id, same_key)
    ) ${tableOptions}`,
  ],
}
