import { ascii, type Migration, tableOptions } from '@crm/platform/server'
import { fileAccess } from './access/migration.ts'
import { intakes } from './intake/migration.ts'
import { mailIntake } from './intake/mail/migration.ts'
import { papers } from './papers/migration.ts'
import { fileKinds } from './kind-migration.ts'
import { scanPictures } from './scans/picture-migration.ts'
import { labelsAndScans } from './labels/migration.ts'
import { looks } from './look/migration.ts'
import { fileParts } from './parts/migration.ts'
import { orphans } from './sweep/migration.ts'
import { fileTexts } from './text/migration.ts'

export const migrations: readonly Migration[] = [
  {
    name: '0001-files',
    statements: [
      `create table if not exists storage_blob (sha256 char(64) ${ascii} primary key, size bigint unsigned not null, type varchar(120) ${ascii} not null, created_at datetime(3) not null) ${tableOptions}`,
      // live_name is the name while the file hangs on its document: one of each, in any case of letters.
      `create table if not exists storage_file (
        id int unsigned primary key auto_increment,
        document varchar(120) ${ascii} not null,
        name varchar(200) not null,
        live_name varchar(200) null,
        description varchar(500) null,
        version int unsigned not null,
        created_at datetime(3) not null,
        unique key live (document, live_name)
      ) ${tableOptions}`,
      `create table if not exists storage_version (
        file_id int unsigned not null,
        version int unsigned not null,
        sha256 char(64) ${ascii} not null,
        upload_id char(36) ${ascii} not null,
        user_id int unsigned not null,
        at datetime(3) not null,
        primary key (file_id, version), unique key upload_id (upload_id), key sha256 (sha256),
        constraint version_file foreign key (file_id) references storage_file (id),
        constraint version_blob foreign key (sha256) references storage_blob (sha256),
        constraint version_user foreign key (user_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
  labelsAndScans,
  intakes,
  mailIntake,
  papers,
  fileTexts,
  orphans,
  fileKinds,
  fileAccess,
  fileParts,
  looks,
  scanPictures,
]
