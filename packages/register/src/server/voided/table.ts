import { ascii, type Migration, tableOptions } from '@crm/platform/server'

export const voidedTable: Migration = {
  name: '0040-voided-numbers',
  statements: [
    `create table if not exists register_voided (
      id int unsigned primary key auto_increment,
      register varchar(80) ${ascii} not null,
      number varchar(60) not null,
      record_id int unsigned not null,
      reason varchar(300) null,
      by_id int unsigned null,
      at datetime(3) not null,
      body varbinary(2000) not null,
      unique key number (register, number),
      key newest (register, id),
      key record (register, record_id),
      constraint voided_by foreign key (by_id) references platform_user (id)
    ) ${tableOptions}`,
  ],
}
