import { type Migration, tableOptions } from '@crm/platform/server'

/** Contents that nothing names, since they were first seen so. */
export const orphans: Migration = {
  name: '0071-orphans',
  statements: [
    `create table if not exists storage_orphan (
      sha256 char(64) character set ascii collate ascii_bin primary key,
      seen_at datetime(3) not null,
      aside_at datetime(3) null
    ) ${tableOptions}`,
  ],
}
