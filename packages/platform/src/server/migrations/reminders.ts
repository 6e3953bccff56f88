import { ascii, type Migration, tableOptions } from '../database/migrate.ts'

export const reminderMigrations: readonly Migration[] = [
  {
    name: '0040-reminders',
    statements: [
      `create table if not exists platform_reminder (
        id int unsigned primary key auto_increment,
        kind varchar(60) ${ascii} not null,
        record_id int unsigned not null,
        version int unsigned not null default 1,
        plan json not null,
        is_default boolean not null default false,
        made_by int unsigned null,
        made_at datetime(3) not null,
        ended_at datetime(3) null,
        taken_until datetime(3) null,
        key document (kind, record_id)
      ) ${tableOptions}`,
      `create table if not exists platform_reminder_occurrence (
        id bigint unsigned primary key auto_increment,
        reminder_id int unsigned not null,
        target_on date not null,
        due_at datetime(3) null,
        state enum('waiting','sent','snoozed','done','passed','void') not null,
        is_late boolean not null default false,
        closed_by int unsigned null,
        closed_at datetime(3) null,
        unique key once (reminder_id, target_on), key due (due_at),
        constraint occurrence_reminder foreign key (reminder_id) references platform_reminder (id) on delete cascade
      ) ${tableOptions}`,
      `create table if not exists platform_reminder_sending (
        id bigint unsigned primary key auto_increment,
        occurrence_id bigint unsigned not null,
        due_at datetime(3) not null,
        sent_at datetime(3) not null,
        is_late boolean not null,
        is_escalated boolean not null,
        unique key once (occurrence_id, due_at),
        constraint sending_occurrence foreign key (occurrence_id) references platform_reminder_occurrence (id) on delete cascade
      ) ${tableOptions}`,
      `create table if not exists platform_reminder_told (
        sending_id bigint unsigned not null,
        user_id int unsigned not null,
        instead_of int unsigned null,
        primary key (sending_id, user_id), key user (user_id),
        constraint told_sending foreign key (sending_id) references platform_reminder_sending (id) on delete cascade,
        constraint told_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
]
