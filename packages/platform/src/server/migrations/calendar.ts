import { type Migration, tableOptions } from '../database/migrate.ts'

export const calendarMigrations: readonly Migration[] = [
  {
    name: '0041-calendar-feed',
    statements: [
      `create table if not exists platform_calendar_feed (
        user_id int unsigned primary key,
        token_hash char(64) character set ascii collate ascii_bin not null,
        made_at datetime(3) not null,
        seen_at datetime(3) null,
        unique key token (token_hash),
        constraint feed_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
]
