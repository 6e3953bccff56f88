import type { Migration } from '@crm/platform/server'

/** The picture that a scan's PDF was made of: kept as it came. */
export const scanPictures: Migration = {
  name: '0102-scan-pictures',
  statements: [
    'alter table storage_scan add column picture_sha256 char(64) character set ascii collate ascii_bin null, add constraint scan_picture foreign key (picture_sha256) references storage_blob (sha256)',
  ],
}
