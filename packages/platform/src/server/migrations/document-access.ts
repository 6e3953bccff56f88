import { ascii, type Migration, tableOptions } from '../database/migrate.ts'

/** Who may see single documents: tables of their own, and conditional grants. `holder` is `u12` or `g3`. */
export const documentAccess: readonly Migration[] = [
  {
    name: '0023-document-access',
    statements: [
      // A document carries the id of the table that governs it: its own, or the one of what it hangs on. Lists ask for that column only.
      `create table if not exists platform_access_table (
        id int unsigned primary key auto_increment,
        kind varchar(60) ${ascii} not null,
        record_id int unsigned not null,
        made_by int unsigned null,
        made_at datetime(3) not null,
        unique key document (kind, record_id)
      ) ${tableOptions}`,
      `create table if not exists platform_access_line (
        table_id int unsigned not null,
        right_id varchar(100) ${ascii} not null,
        holder varchar(12) ${ascii} not null,
        effect enum('+','-') not null,
        given_by int unsigned null,
        given_at datetime(3) not null,
        primary key (table_id, right_id, holder),
        constraint line_table foreign key (table_id) references platform_access_table (id)
      ) ${tableOptions}`,
      `create table if not exists platform_grant (
        id int unsigned primary key auto_increment,
        kind varchar(60) ${ascii} not null,
        record_id int unsigned not null,
        holder varchar(12) ${ascii} not null,
        from_at datetime(3) not null,
        until_at datetime(3) null,
        is_preview_only boolean not null,
        reason varchar(500) not null,
        given_by int unsigned null,
        given_at datetime(3) not null,
        ended_at datetime(3) null,
        key document (kind, record_id), key holder (holder, ended_at), key due (ended_at, until_at)
      ) ${tableOptions}`,
      `create table if not exists platform_grant_right (
        grant_id int unsigned not null,
        right_id varchar(100) ${ascii} not null,
        primary key (grant_id, right_id),
        constraint right_of_grant foreign key (grant_id) references platform_grant (id)
      ) ${tableOptions}`,
    ],
  },
]
