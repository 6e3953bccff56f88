import { type Migration, tableOptions } from '@crm/platform/server'

/** Positions as a list of their own; what people had typed becomes its first lines, and the groups of positions go by their numbers. */
export const positionMigrations: readonly Migration[] = [
  {
    name: '0050-positions',
    statements: [
      `create table if not exists directory_position (id int unsigned primary key auto_increment, name varchar(120) not null, unique key name (name)) ${tableOptions}`,
      `insert ignore into directory_position (name) select distinct trim(position) from directory_person where trim(coalesce(position, '')) <> ''`,
      'alter table directory_person add column position_id int unsigned null, add constraint person_position foreign key (position_id) references directory_position (id)',
      'update directory_person p join directory_position k on k.name = trim(p.position) set p.position_id = k.id where p.position_id is null',
      `update platform_group g join directory_position k on k.name = g.subject set g.subject = k.id where g.kind = 'position'`,
    ],
  },
  { name: '0051-typed-positions', statements: ['alter table directory_person drop column position'] },
]
