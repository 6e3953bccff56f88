import { type Migration, tableOptions } from '../migrate.ts'

const ascii = 'character set ascii collate ascii_bin'

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
]
