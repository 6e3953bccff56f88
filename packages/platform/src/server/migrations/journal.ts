import { type Migration, tableOptions } from '../database/migrate.ts'

export const journalMigrations: readonly Migration[] = [
  {
    name: '0034-journal-seal',
    statements: [
      // Text, not JSON: MySQL writes JSON anew in an order of its own, and the hash is of what was written.
      `alter table platform_journal modify column changes longtext null,
        add column personal blob null, add column personal_of int unsigned null, add column hash binary(32) null,
        add key affected_user (affected_user_id, id), add key affected_group (affected_group_id, id), add key document_code (document_code, id),
        add key outcome (outcome, id), add key ip (ip, id), add key session (session, id), add key request_id (request_id)`,
      `create table if not exists platform_journal_seal (
        no bigint unsigned primary key,
        from_id bigint unsigned not null,
        to_id bigint unsigned not null,
        entry_count int unsigned not null,
        gaps mediumtext not null,
        late mediumtext not null,
        root binary(32) not null,
        tags mediumblob not null,
        previous_mac binary(32) not null,
        mac binary(32) not null,
        sealed_at datetime(3) not null,
        key sealed_at (sealed_at)
      ) ${tableOptions}`,
      `create table if not exists platform_person_key (
        user_id int unsigned primary key,
        wrapped varbinary(100) not null,
        created_at datetime(3) not null,
        constraint person_key_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
]
