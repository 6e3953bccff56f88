import { ascii, type Migration, tableOptions } from '@crm/platform/server'

/**
 * The text of each content, read once wherever the same content hangs. `body` is as it stands in the file, `folded` as it is searched;
 * the words of the engine's index begin with what somebody types. Files that were there before wait to be read.
 */
export const fileTexts: Migration = {
  name: '0070-file-texts',
  statements: [
    `create table if not exists storage_text (
      sha256 char(64) ${ascii} primary key,
      state varchar(8) ${ascii} not null,
      body mediumtext null,
      folded mediumtext collate utf8mb4_bin null,
      read_at datetime(3) null,
      key state (state),
      fulltext key folded (folded),
      constraint text_blob foreign key (sha256) references storage_blob (sha256)
    ) ${tableOptions}`,
    "insert ignore into storage_text (sha256, state) select distinct sha256, 'waiting' from storage_version",
  ],
}
