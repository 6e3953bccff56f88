import { ascii, type Migration, tableOptions } from '@crm/platform/server'

export const labelsAndScans: Migration = {
  name: '0040-labels-and-scans',
  statements: [
    // live_document is the document while the label is good: one of each.
    `create table if not exists storage_label (
      id int unsigned primary key auto_increment,
      code char(14) ${ascii} not null,
      document varchar(120) ${ascii} not null,
      live_document varchar(120) ${ascii} null,
      printed_by int unsigned not null,
      printed_at datetime(3) not null,
      print_count int unsigned not null,
      returned_at datetime(3) null,
      voided_by int unsigned null,
      voided_at datetime(3) null,
      unique key code (code), unique key live_document (live_document), key printed_at (printed_at),
      constraint label_printed_by foreign key (printed_by) references platform_user (id),
      constraint label_voided_by foreign key (voided_by) references platform_user (id)
    ) ${tableOptions}`,
    // arrival names the coming-in itself, so that one reported twice is one scan.
    `create table if not exists storage_scan (
      id int unsigned primary key auto_increment,
      desk varchar(60) ${ascii} not null,
      arrival varchar(120) ${ascii} not null,
      name varchar(200) not null,
      sha256 char(64) ${ascii} not null,
      user_id int unsigned not null,
      state varchar(10) ${ascii} not null,
      page_count int unsigned null,
      read_count int unsigned not null,
      at datetime(3) not null,
      unique key arrival (arrival), key desk (desk, state), key user_id (user_id),
      constraint scan_user foreign key (user_id) references platform_user (id),
      constraint scan_blob foreign key (sha256) references storage_blob (sha256)
    ) ${tableOptions}`,
    `create table if not exists storage_scan_page (
      scan_id int unsigned not null,
      page int unsigned not null,
      codes varchar(1000) ${ascii} not null,
      is_blank tinyint(1) not null,
      primary key (scan_id, page),
      constraint page_scan foreign key (scan_id) references storage_scan (id)
    ) ${tableOptions}`,
    `create table if not exists storage_scan_part (
      id int unsigned primary key auto_increment,
      scan_id int unsigned not null,
      position int unsigned not null,
      pages text ${ascii} not null,
      code char(14) ${ascii} null,
      sha256 char(64) ${ascii} not null,
      state varchar(10) ${ascii} not null,
      reason varchar(20) ${ascii} null,
      document varchar(120) ${ascii} null,
      document_code varchar(120) null,
      unique key place (scan_id, position),
      constraint part_scan foreign key (scan_id) references storage_scan (id),
      constraint part_blob foreign key (sha256) references storage_blob (sha256)
    ) ${tableOptions}`,
  ],
}
