import { ascii, type Migration, tableOptions } from '@crm/platform/server'

export const intakes: Migration = {
  name: '0050-intake',
  statements: [
    // One row a source: what runs locks it, so that two workers never take the same file at once.
    `create table if not exists storage_intake (
      desk varchar(60) ${ascii} not null,
      source varchar(10) ${ascii} not null,
      failure varchar(20) ${ascii} null,
      since datetime(3) null,
      primary key (desk, source)
    ) ${tableOptions}`,
    // What a file looked like last time, and what was decided; the row goes when the file has been moved.
    `create table if not exists storage_intake_file (
      desk varchar(60) ${ascii} not null,
      name varchar(255) collate utf8mb4_bin not null,
      size bigint unsigned not null,
      changed_ms bigint not null,
      seen_at datetime(3) not null,
      state varchar(10) ${ascii} not null,
      reason varchar(20) ${ascii} null,
      primary key (desk, name)
    ) ${tableOptions}`,
  ],
}
