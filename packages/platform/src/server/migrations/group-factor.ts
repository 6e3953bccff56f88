import type { Migration } from '../database/migrate.ts'

/** Groups whose people may not work without a second factor. */
export const groupFactor: readonly Migration[] = [
  { name: '0025-group-factor', statements: ['alter table platform_group add column demands_factor boolean not null default false'] },
]
