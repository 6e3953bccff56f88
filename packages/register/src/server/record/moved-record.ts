import { type Between, statement, type Writing } from '@crm/platform/server'

/** Comments on a record that became part of another, and the import that it came by: nothing is taken back by that any more. */
export async function movedRecord(_ctx: Writing, { from, to }: Between): Promise<void> {
  await statement('update register_comment set document = ? where document = ?', [to, from])
  const [kind, id] = [from.slice(0, from.lastIndexOf(':')), Number(from.slice(from.lastIndexOf(':') + 1))]
  await statement(
    'update register_import_row r join register_import i on i.id = r.import_id set r.record_id = null, r.record_version = null where i.register = ? and r.record_id = ?',
    [kind, id],
  )
}
