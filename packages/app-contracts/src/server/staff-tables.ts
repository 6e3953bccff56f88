const reading = ['view', 'history', 'files.list', 'files.preview', 'files.download']
/** The rights on a staff contract as they were when its tables began; a right that comes later is given at its table. */
const all = [
  ...reading,
  ...['edit', 'archive', 'restore', 'remove', 'destroy', 'access', 'export', 'import', 'comments', 'comment', 'moderate', 'saveView', 'shareView'],
  ...['files.upload', 'files.describe', 'files.remove', 'files.access', 'label.print', 'label.void'],
  ...['annexes.add', 'annexes.edit', 'annexes.remove', 'invoices.add', 'invoices.edit', 'invoices.remove'],
  ...['reminders.view', 'reminders.set', 'reminders.remove', 'reminders.done', 'reminders.snooze'],
]

const named = (names: readonly string[]) => names.map((name) => `select 'contracts.staff.${name}' as right_id`).join(' union all ')
// A table that nobody made is one of these.
const lines = (holder: string, names: readonly string[], joined = '') =>
  `insert ignore into platform_access_line (table_id, right_id, holder, effect, given_at)
     select t.id, r.right_id, concat('u', ${holder}), '+', utc_timestamp(3) from contract_staff s
       join platform_access_table t on t.id = s.access_id and t.kind = 'contracts.staff' and t.made_by is null ${joined} join (${named(names)}) r where ${holder} is not null`

/** Staff contracts from before they began with a table: everything for the owner, reading for the owner's supervisor. One that has a table keeps it. */
export const staffTables: readonly string[] = [
  `insert ignore into platform_access_table (kind, record_id, made_at) select 'contracts.staff', s.id, utc_timestamp(3) from contract_staff s where s.access_id is null`,
  `update contract_staff s join platform_access_table t on t.kind = 'contracts.staff' and t.record_id = s.id set s.access_id = t.id where s.access_id is null`,
  lines('s.owner_id', all),
  lines('p.supervisor_id', reading, 'join directory_person p on p.user_id = s.owner_id'),
  'update platform_user set rights_version = rights_version + 1',
]
