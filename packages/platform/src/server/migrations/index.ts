import { ascii, type Migration, tableOptions } from '../database/migrate.ts'
import { accessRequest } from './access-request.ts'
import { calendarMigrations } from './calendar.ts'
import { documentAccess } from './document-access.ts'
import { guardMigrations } from './guard.ts'
import { groupFactor } from './group-factor.ts'
import { groupsAndLevels } from './groups-and-levels.ts'
import { journalMigrations } from './journal.ts'
import { signInMigrations } from './sign-in.ts'
import { mailMigrations } from './mail.ts'
import { noticeMigrations } from './notices.ts'
import { reminderMigrations } from './reminders.ts'
import { watchMigrations } from './watch.ts'

export const migrations: readonly Migration[] = [
  {
    name: '0001-user',
    statements: [
      `create table if not exists platform_user (
        id int unsigned primary key auto_increment,
        login varchar(80) collate utf8mb4_bin not null,
        email varchar(160) collate utf8mb4_bin null,
        name varchar(120) not null,
        password_hash varchar(200) ${ascii} null,
        password_changed_at datetime(3) null,
        is_active boolean not null default true,
        rights_version int unsigned not null default 1,
        language enum('pl','en') not null default 'pl',
        theme enum('light','dark','auto') not null default 'auto',
        created_at datetime(3) not null,
        unique key login (login), unique key email (email)
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0002-session',
    statements: [
      `create table if not exists platform_session (
        token_hash char(64) ${ascii} primary key,
        user_id int unsigned not null,
        ip varchar(45) ${ascii} not null,
        user_agent varchar(255) not null,
        created_at datetime not null,
        expires_at datetime not null,
        ends_at datetime not null,
        key user (user_id), key expires (expires_at),
        constraint session_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0003-user-right',
    statements: [
      `create table if not exists platform_user_right (
        user_id int unsigned not null,
        right_id varchar(100) ${ascii} not null,
        origin varchar(100) collate utf8mb4_bin not null,
        given_at datetime(3) not null,
        primary key (user_id, right_id), key by_right (right_id),
        constraint right_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0004-journal',
    statements: [
      `create table if not exists platform_journal (
        id bigint unsigned primary key auto_increment,
        at datetime(3) not null,
        action varchar(100) ${ascii} not null,
        ip varchar(45) ${ascii} not null,
        actor_id int unsigned null,
        affected_user_id int unsigned null,
        affected_group_id int unsigned null,
        rights varchar(255) ${ascii} not null,
        document varchar(120) ${ascii} null,
        document_code varchar(60) collate utf8mb4_bin null,
        changes json null,
        note text null,
        outcome enum('done','denied','ignored','failed') not null,
        is_change boolean not null,
        session char(16) ${ascii} null,
        request_id varchar(40) ${ascii} not null,
        key document (document, id), key actor (actor_id, id), key action (action, id), key at (at)
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0005-outbox',
    statements: [
      `create table if not exists platform_outbox (
        seq bigint unsigned primary key auto_increment,
        id char(36) ${ascii} not null,
        name varchar(100) ${ascii} not null,
        payload json not null,
        start_after datetime(3) null,
        created_at datetime(3) not null,
        unique key id (id)
      ) ${tableOptions}`,
      `create table if not exists platform_job_done (id char(36) ${ascii} primary key, name varchar(100) ${ascii} not null, done_at datetime(3) not null, key done_at (done_at)) ${tableOptions}`,
    ],
  },
  {
    name: '0006-notice',
    statements: [
      `create table if not exists platform_notice (
        id bigint unsigned primary key auto_increment,
        user_id int unsigned not null,
        kind varchar(100) ${ascii} not null,
        params json not null,
        path varchar(255) collate utf8mb4_bin not null,
        at datetime(3) not null,
        read_at datetime(3) null,
        key user_at (user_id, id),
        constraint notice_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0007-preference',
    statements: [
      `create table if not exists platform_preference (
        user_id int unsigned not null,
        name varchar(120) ${ascii} not null,
        value json not null,
        primary key (user_id, name),
        constraint preference_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0008-idempotency',
    statements: [
      `create table if not exists platform_idempotency (
        user_id int unsigned not null,
        request_key char(36) ${ascii} not null,
        answer json not null,
        at datetime(3) not null,
        primary key (user_id, request_key), key at (at)
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0009-series',
    statements: [
      `create table if not exists platform_series (
        series varchar(60) ${ascii} not null,
        year smallint unsigned not null,
        last_number int unsigned not null,
        primary key (series, year)
      ) ${tableOptions}`,
    ],
  },
  ...signInMigrations,
  ...groupsAndLevels,
  ...documentAccess,
  ...accessRequest,
  ...groupFactor,
  ...mailMigrations,
  ...noticeMigrations,
  ...journalMigrations,
  ...reminderMigrations,
  ...calendarMigrations,
  ...watchMigrations,
  ...guardMigrations,
]
