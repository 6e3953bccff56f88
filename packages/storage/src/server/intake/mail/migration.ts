import { ascii, type Migration, tableOptions } from '@crm/platform/server'

export const mailIntake: Migration = {
  name: '0060-mail-intake',
  statements: [
    // A source that does not answer is left alone until next_at, or until what it is reached by has changed.
    `alter table storage_intake add column looked_at datetime(3) null, add column attempts int unsigned not null default 0,
     add column next_at datetime(3) null, add column fingerprint char(64) ${ascii} null`,
    // What was decided about a letter; it is moved by a later look than the one that decided.
    `create table if not exists storage_intake_letter (
      id int unsigned primary key auto_increment,
      desk varchar(60) ${ascii} not null,
      box char(64) ${ascii} not null,
      validity varchar(20) ${ascii} not null,
      uid int unsigned not null,
      sender varchar(200) not null,
      subject varchar(200) not null,
      state varchar(10) ${ascii} not null,
      reason varchar(20) ${ascii} null,
      file_count int unsigned not null,
      at datetime(3) not null,
      moved_at datetime(3) null,
      unique key letter (desk, box, validity, uid), key at (desk, at)
    ) ${tableOptions}`,
  ],
}
