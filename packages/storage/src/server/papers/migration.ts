import { ascii, type Migration, tableOptions } from '@crm/platform/server'

export const papers: Migration = {
  name: '0061-papers',
  statements: [
    // A record names its place by the code, as text; so a place is found whoever wrote it there.
    `create table if not exists storage_place (
      id int unsigned primary key auto_increment,
      desk varchar(60) ${ascii} not null,
      code varchar(80) not null,
      name varchar(120) null,
      within_id int unsigned null,
      created_at datetime(3) not null,
      unique key code (desk, code),
      constraint place_within foreign key (within_id) references storage_place (id)
    ) ${tableOptions}`,
    // live_document is the document as long as somebody has its paper: one of each.
    `create table if not exists storage_loan (
      id int unsigned primary key auto_increment,
      document varchar(120) ${ascii} not null,
      live_document varchar(120) ${ascii} null,
      holder_id int unsigned null,
      outsider varchar(120) null,
      due_on date null,
      note varchar(200) null,
      lent_by int unsigned not null,
      lent_at datetime(3) not null,
      warned_at datetime(3) null,
      returned_by int unsigned null,
      returned_at datetime(3) null,
      unique key live_document (live_document), key document (document), key due_on (due_on),
      constraint loan_holder foreign key (holder_id) references platform_user (id),
      constraint loan_lent_by foreign key (lent_by) references platform_user (id),
      constraint loan_returned_by foreign key (returned_by) references platform_user (id)
    ) ${tableOptions}`,
    // live_place is the place while it is being counted: two people who begin count together.
    `create table if not exists storage_stocktaking (
      id int unsigned primary key auto_increment,
      desk varchar(60) ${ascii} not null,
      place_id int unsigned null,
      live_place int unsigned null,
      place varchar(80) not null,
      started_by int unsigned not null,
      started_at datetime(3) not null,
      ended_by int unsigned null,
      ended_at datetime(3) null,
      unique key live_place (live_place), key desk (desk, started_at),
      constraint stocktaking_started_by foreign key (started_by) references platform_user (id),
      constraint stocktaking_ended_by foreign key (ended_by) references platform_user (id)
    ) ${tableOptions}`,
    // While it goes on, what was seen; when it has ended, everything that was found out, as it was then.
    `create table if not exists storage_sight (
      stocktaking_id int unsigned not null,
      document varchar(120) ${ascii} not null,
      outcome varchar(10) ${ascii} not null,
      place varchar(80) null,
      holder varchar(120) null,
      user_id int unsigned null,
      at datetime(3) null,
      primary key (stocktaking_id, document),
      constraint sight_stocktaking foreign key (stocktaking_id) references storage_stocktaking (id),
      constraint sight_user foreign key (user_id) references platform_user (id)
    ) ${tableOptions}`,
  ],
}
