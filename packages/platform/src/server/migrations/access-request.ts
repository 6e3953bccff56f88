import { ascii, type Migration, tableOptions } from '../database/migrate.ts'

export const accessRequest: readonly Migration[] = [
  {
    name: '0024-access-request',
    statements: [
      `create table if not exists platform_access_request (
        id int unsigned primary key auto_increment,
        user_id int unsigned not null,
        right_id varchar(100) ${ascii} not null,
        document varchar(120) ${ascii} null,
        reason varchar(500) not null,
        asked_at datetime(3) not null,
        decision enum('once','until','no') null,
        decided_by int unsigned null,
        decided_at datetime(3) null,
        until_at datetime(3) null,
        key waiting (decision, id), key user_id (user_id, right_id),
        constraint request_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
]
