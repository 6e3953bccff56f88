import { ascii, type Migration, tableOptions } from '../database/migrate.ts'

export const noticeMigrations: readonly Migration[] = [
  {
    name: '0031-notice-channels',
    statements: [
      `alter table platform_notice add column document varchar(120) ${ascii} null, add column is_in_bell boolean not null default true,
         add column digest enum('none','waiting','sent') not null default 'none', add key digest (digest, user_id)`,
      `create table if not exists platform_notice_choice (
        user_id int unsigned not null,
        kind varchar(100) ${ascii} not null,
        is_in_bell boolean not null,
        mail enum('off','at-once','daily') not null,
        primary key (user_id, kind),
        constraint notice_choice_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0032-todo',
    statements: [
      `create table if not exists platform_todo (
        id bigint unsigned primary key auto_increment,
        user_id int unsigned not null,
        kind varchar(100) ${ascii} not null,
        document varchar(120) ${ascii} not null,
        params json not null,
        path varchar(255) collate utf8mb4_bin not null,
        due_on date null,
        created_at datetime(3) not null,
        unique key once (user_id, kind, document), key document (document, kind),
        constraint todo_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0033-substitution',
    statements: [
      `create table if not exists platform_substitution (
        id int unsigned primary key auto_increment,
        absent_id int unsigned not null,
        substitute_id int unsigned not null,
        from_on date not null,
        to_on date not null,
        apps varchar(500) ${ascii} null,
        created_at datetime(3) not null,
        ended_at datetime(3) null,
        key absent (absent_id, from_on), key substitute (substitute_id, from_on),
        constraint substitution_absent foreign key (absent_id) references platform_user (id),
        constraint substitution_substitute foreign key (substitute_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
]
