import { ascii, type Migration, tableOptions } from '../database/migrate.ts'

/** Letters on their way out: what was sent, what waits for another attempt, what could not be delivered. */
export const mailMigrations: readonly Migration[] = [
  {
    name: '0030-mail',
    statements: [
      `create table if not exists platform_mail (
        id char(36) ${ascii} primary key,
        user_id int unsigned not null,
        kind varchar(100) ${ascii} not null,
        params json not null,
        path varchar(500) collate utf8mb4_bin null,
        state enum('waiting','sent','failed','off') not null,
        attempts smallint unsigned not null default 0,
        error varchar(300) null,
        created_at datetime(3) not null,
        next_at datetime(3) null,
        sent_at datetime(3) null,
        key state (state, created_at), key created_at (created_at),
        constraint mail_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
]
