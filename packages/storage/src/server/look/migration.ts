import { type Migration, tableOptions } from '@crm/platform/server'

/** What was seen of each content: made anew from it at any time. Files that were there before wait to be looked at, once. */
export const looks: Migration = {
  name: '0101-looks',
  statements: [
    `create table if not exists storage_look (
      sha256 char(64) character set ascii collate ascii_bin primary key,
      state varchar(8) character set ascii collate ascii_bin not null,
      has_thumb tinyint(1) not null default 0,
      active varchar(60) character set ascii collate ascii_bin not null default '',
      page_count int unsigned null,
      looked_at datetime(3) null,
      key state (state),
      constraint look_blob foreign key (sha256) references storage_blob (sha256)
    ) ${tableOptions}`,
    "insert ignore into storage_look (sha256, state) select distinct sha256, 'waiting' from storage_version",
  ],
}
