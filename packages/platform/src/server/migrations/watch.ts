import { ascii, type Migration } from '../database/migrate.ts'

export const watchMigrations: readonly Migration[] = [
  {
    name: '0065-session-watch',
    statements: [
      // In turn: the network that a session is seen in, the one before it, and when it changed.
      `alter table platform_session add column paused_until datetime(3) null, add column area varchar(60) ${ascii} null, add column area_before varchar(60) ${ascii} null, add column area_at datetime(3) null`,
    ],
  },
  {
    name: '0066-warned-access',
    statements: ['alter table platform_grant add column warned_at datetime(3) null', 'alter table platform_right_line add column warned_at datetime(3) null'],
  },
]
