import type { Migration } from '@crm/platform/server'

/** The annex or invoice of its document that a file belongs to; empty for the document itself. Each of them has names of its own. */
export const fileParts: Migration = {
  name: '0100-file-parts',
  statements: [
    "alter table storage_file add column part varchar(60) character set ascii collate ascii_bin not null default '', drop key live, add unique key live (document, part, live_name)",
  ],
}
