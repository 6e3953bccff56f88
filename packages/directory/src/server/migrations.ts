import { type Migration, tableOptions } from '@crm/platform/server'
import { accessColumn, addAddedColumns, onceKeys, registerTable, searchChanges, walkableOnce } from '@crm/register/server'
import { mergeTables } from './parties/merge-table.ts'
import { nameTable } from './parties/names.ts'
import { whiteListTables } from './white-list/table.ts'
import { positionMigrations } from './position-migrations.ts'

const bin = 'collate utf8mb4_bin'

export const migrations: readonly Migration[] = [
  {
    name: '0001-people',
    statements: [
      `create table if not exists directory_department (
        id int unsigned primary key auto_increment,
        name varchar(120) not null,
        parent_id int unsigned null,
        head_id int unsigned null,
        unique key name (name),
        constraint department_parent foreign key (parent_id) references directory_department (id),
        constraint department_head foreign key (head_id) references platform_user (id)
      ) ${tableOptions}`,
      `create table if not exists directory_person (
        user_id int unsigned primary key,
        department_id int unsigned null,
        supervisor_id int unsigned null,
        position varchar(120) null,
        constraint person_user foreign key (user_id) references platform_user (id),
        constraint person_department foreign key (department_id) references directory_department (id),
        constraint person_supervisor foreign key (supervisor_id) references platform_user (id)
      ) ${tableOptions}`,
    ],
  },
  {
    name: '0002-party',
    statements: registerTable('directory_party', {
      columns: `
        name varchar(200) not null, nip varchar(10) ${bin} null, regon varchar(14) ${bin} null, street varchar(120) null, postal_code varchar(10) ${bin} null,
        city varchar(80) null, email varchar(160) ${bin} null, phone varchar(40) ${bin} null,
        ${onceKeys('nip')}, key name (name), key regon (regon), key street (street), key postal_code (postal_code), key city (city), key email (email), key phone (phone)`,
    }),
  },
  {
    name: '0003-person-days',
    statements: [
      `alter table directory_person add column phone varchar(40) ${bin} null, add column active_from date null, add column active_to date null, add key supervisor (supervisor_id)`,
      `create table if not exists directory_turn (id tinyint unsigned primary key, turn bigint unsigned not null) ${tableOptions}`,
      'insert ignore into directory_turn (id, turn) values (1, 0)',
    ],
  },
  { name: '0020-access', statements: [accessColumn('directory_party')] },
  {
    name: '0030-party-numbers',
    statements: [
      `alter table directory_party add column krs varchar(10) ${bin} null, add column eu_vat varchar(20) ${bin} null, add column accounts varchar(500) null, add key krs (krs), add key eu_vat (eu_vat)`,
    ],
  },
  { name: '0040-nip-order', statements: [walkableOnce('directory_party', 'nip')] },
  { name: '0041-search-changes', statements: searchChanges('directory_party') },
  { name: '0042-party-names', statements: [nameTable, 'alter table directory_party add column former_names text null'] },
  { name: '0043-party-merge', statements: mergeTables },
  { name: '0044-white-list', statements: whiteListTables },
  ...positionMigrations,
  { name: '0060-added-fields', statements: [addAddedColumns('directory_party', { hasMoney: false })] },
  {
    // Street, postal code and town stay where they are: they are the seat, of which a party has one.
    name: '0080-party-places',
    statements: [
      'alter table directory_party add column country varchar(40) character set ascii collate ascii_bin null, add column addresses text null, add column contacts text null, add key country (country)',
    ],
  },
]
