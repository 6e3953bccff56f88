import { ascii, type Migration, tableOptions } from '../database/migrate.ts'

/** Settings, and what signing in and the safety of accounts keep. */
export const signInMigrations: readonly Migration[] = [
  {
    name: '0010-setting',
    statements: [
      `create table if not exists platform_setting (
        name varchar(120) ${ascii} primary key,
        value text not null,
        changed_at datetime(3) not null,
        changed_by int unsigned null
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0011-credential',
    statements: [
      `create table if not exists platform_credential (
        user_id int unsigned primary key,
        must_change boolean not null default false,
        one_time_until datetime(3) null,
        spread_days tinyint unsigned not null default 0,
        warned_days tinyint unsigned null,
        is_factor_demanded boolean not null default false,
        totp_secret varchar(255) ${ascii} null,
        totp_since datetime(3) null,
        totp_step bigint unsigned null,
        constraint credential_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
      `create table if not exists platform_password_past (
        id bigint unsigned primary key auto_increment,
        user_id int unsigned not null,
        fingerprint char(64) ${ascii} null,
        hash varchar(200) ${ascii} null,
        at datetime(3) not null,
        unique key fingerprint (user_id, fingerprint),
        constraint password_past_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
  {
    // Sessions do not outlive an update that changes what they are: people sign in once more.
    name: '0012-session-stage',
    statements: [
      'drop table if exists platform_session',
      `create table platform_session (
        token_hash char(64) ${ascii} primary key,
        user_id int unsigned not null,
        stage enum('second-factor','enrol-second-factor','in') not null,
        is_doubted boolean not null default false,
        ip varchar(45) ${ascii} not null,
        network varchar(50) ${ascii} not null,
        user_agent varchar(255) not null,
        challenge varchar(100) ${ascii} null,
        created_at datetime(3) not null,
        seen_at datetime(3) not null,
        ends_at datetime(3) not null,
        key user (user_id), key ends (ends_at),
        constraint session_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0013-throttle',
    statements: [
      `create table if not exists platform_throttle (
        name char(64) ${ascii} primary key,
        kind varchar(30) ${ascii} not null,
        user_id int unsigned null,
        network varchar(50) ${ascii} null,
        count int unsigned not null default 0,
        strikes tinyint unsigned not null default 0,
        window_ends_at datetime(3) not null,
        blocked_until datetime(3) null,
        key user (user_id), key network (network), key window_ends (window_ends_at)
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0014-security-event',
    statements: [
      `create table if not exists platform_security_event (
        id bigint unsigned primary key auto_increment,
        at datetime(6) not null,
        rule varchar(40) ${ascii} not null,
        severity enum('info','warn','critical') not null,
        address varchar(45) ${ascii} not null,
        network varchar(50) ${ascii} not null,
        user_id int unsigned null,
        login_hash char(64) ${ascii} null,
        session char(16) ${ascii} null,
        device char(32) ${ascii} null,
        procedure_name varchar(120) ${ascii} null,
        right_id varchar(100) ${ascii} null,
        document varchar(120) ${ascii} null,
        count int unsigned not null default 1,
        window_seconds int unsigned null,
        sample varchar(500) null,
        user_agent varchar(255) not null,
        request_id varchar(40) ${ascii} not null,
        action varchar(40) ${ascii} null,
        blocked_until datetime(3) null,
        notified_at datetime(3) null,
        handled_by int unsigned null,
        handled_at datetime(3) null,
        handled_note varchar(500) null,
        key at (at), key rule_at (rule, at), key network_at (network, at), key user_at (user_id, at)
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0015-reset-link',
    statements: [
      `create table if not exists platform_reset_link (
        token_hash char(64) ${ascii} primary key,
        user_id int unsigned not null,
        created_at datetime(3) not null,
        ends_at datetime(3) not null,
        used_at datetime(3) null,
        key user (user_id), key ends (ends_at),
        constraint reset_link_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0016-second-factor',
    statements: [
      `create table if not exists platform_passkey (
        id varchar(1400) ${ascii} primary key,
        user_id int unsigned not null,
        name varchar(80) not null,
        public_key varchar(4000) ${ascii} not null,
        counter bigint unsigned not null,
        transports varchar(100) ${ascii} not null,
        created_at datetime(3) not null,
        used_at datetime(3) null,
        key user (user_id),
        constraint passkey_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
      `create table if not exists platform_recovery_code (
        user_id int unsigned not null,
        code_hash char(64) ${ascii} not null,
        used_at datetime(3) null,
        primary key (user_id, code_hash),
        constraint recovery_code_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0017-captcha',
    statements: [
      `create table if not exists platform_captcha_used (
        token_hash char(64) ${ascii} primary key,
        ends_at datetime(3) not null,
        key ends (ends_at)
      ) ${tableOptions}`,
    ],
  },
]
