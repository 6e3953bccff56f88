import { ascii, type Migration, tableOptions } from '../database/migrate.ts'

/** `holder` names who something was given to: `u12` is a user, `g3` a group. */
export const groupsAndLevels: readonly Migration[] = [
  {
    name: '0020-group',
    statements: [
      // subject: which department or position the group stands for, as its owner calls it.
      `create table if not exists platform_group (
        id int unsigned primary key auto_increment,
        kind enum('user','department','position') not null,
        subject varchar(120) collate utf8mb4_bin null,
        name varchar(120) not null,
        created_at datetime(3) not null,
        unique key subject (kind, subject), unique key name (kind, name)
      ) ${tableOptions}`,
      `create table if not exists platform_group_member (
        group_id int unsigned not null,
        user_id int unsigned not null,
        primary key (group_id, user_id), key user_id (user_id),
        constraint member_group foreign key (group_id) references platform_group (id),
        constraint member_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0021-level',
    statements: [
      `create table if not exists platform_level (
        holder varchar(12) ${ascii} not null,
        app_id varchar(40) ${ascii} not null,
        level enum('read','work','approve','manage') not null,
        given_by int unsigned null,
        given_at datetime(3) not null,
        request_id varchar(40) ${ascii} not null,
        primary key (holder, app_id), key app (app_id, level)
      ) ${tableOptions}`,
      `create table if not exists platform_right_line (
        holder varchar(12) ${ascii} not null,
        right_id varchar(100) ${ascii} not null,
        effect enum('+','-') not null,
        until_at datetime(3) null,
        given_by int unsigned null,
        given_at datetime(3) not null,
        request_id varchar(40) ${ascii} not null,
        primary key (holder, right_id), key until_at (until_at)
      ) ${tableOptions}`,
      // What an admin added to or took out of a level that an app declares; what the app declares later still arrives.
      `create table if not exists platform_preset (
        app_id varchar(40) ${ascii} not null,
        level enum('read','work','approve','manage') not null,
        right_id varchar(100) ${ascii} not null,
        effect enum('+','-') not null,
        given_by int unsigned null,
        given_at datetime(3) not null,
        primary key (app_id, level, right_id)
      ) ${tableOptions}`,
      // Changes of rights go one after another, so that two at once cannot undo each other's safety checks.
      `create table if not exists platform_rights_turn (id tinyint unsigned primary key, turn int unsigned not null) ${tableOptions}`,
      'insert ignore into platform_rights_turn (id, turn) values (1, 0)',
      `insert ignore into platform_level (holder, app_id, level, given_at, request_id)
        select distinct concat('u', user_id), substring_index(right_id, '.', 1), substring(origin, 7), given_at, '' from platform_user_right where origin like 'level:%'`,
      `insert ignore into platform_right_line (holder, right_id, effect, given_at, request_id)
        select concat('u', user_id), right_id, '+', given_at, '' from platform_user_right where origin not like 'level:%'`,
    ],
  },
  {
    name: '0022-right-interval',
    statements: [
      // Who held what from when to when: rights as they were on a date are read from here.
      `create table if not exists platform_right_interval (
        id bigint unsigned primary key auto_increment,
        user_id int unsigned not null,
        right_id varchar(100) ${ascii} not null,
        origin varchar(100) ${ascii} not null,
        from_at datetime(3) not null,
        until_at datetime(3) null,
        request_id varchar(40) ${ascii} not null,
        key user_right (user_id, right_id, until_at)
      ) ${tableOptions}`,
      `insert into platform_right_interval (user_id, right_id, origin, from_at, request_id)
        select r.user_id, r.right_id, r.origin, r.given_at, '' from platform_user_right r
        where not exists (select 1 from platform_right_interval i where i.user_id = r.user_id and i.right_id = r.right_id and i.until_at is null)`,
      `create table if not exists platform_right_use (
        user_id int unsigned not null,
        right_id varchar(100) ${ascii} not null,
        last_on date not null,
        primary key (user_id, right_id)
      ) ${tableOptions}`,
    ],
  },
]
