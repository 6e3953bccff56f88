import { ascii, type Migration, tableOptions } from '../database/migrate.ts'

export const guardMigrations: readonly Migration[] = [
  {
    name: '0130-forced-change',
    statements: [`alter table platform_credential add column must_change_because varchar(20) ${ascii} null, add column must_change_from datetime(3) null`],
  },
  {
    name: '0131-incident',
    statements: [
      `create table if not exists platform_incident (
        id bigint unsigned primary key auto_increment,
        code varchar(30) ${ascii} not null,
        attack varchar(80) ${ascii} not null,
        rule varchar(40) ${ascii} not null,
        severity enum('info','warn','critical') not null,
        address varchar(45) ${ascii} not null,
        user_id int unsigned null,
        opened_at datetime(3) not null,
        last_at datetime(3) not null,
        count int unsigned not null,
        state enum('open','acknowledged','false-alarm') not null default 'open',
        handled_by int unsigned null,
        handled_at datetime(3) null,
        handled_note varchar(500) null,
        unique key code (code), key attack (attack, id), key state (state, id)
      ) ${tableOptions}`,
      'alter table platform_security_event add column incident_id bigint unsigned null, add key incident (incident_id, id)',
    ],
  },
]
