import type { House } from './house.ts'

/** The table of a kind of documents: the one with its entity's name and a column for access. */
export const tableOf = async (house: House, kind: string): Promise<string> =>
  String(
    (
      await house.rows('select table_name from information_schema.columns where column_name = ? and table_schema = database() and table_name like ?', [
        'access_id',
        `%${kind.split('.')[1]}`,
      ])
    )[0]?.[0],
  )

/** A row with something in every column that must have something. */
export async function insertBare(house: House, table: string): Promise<void> {
  const columns = await house.rows(
    "select column_name, data_type from information_schema.columns where table_schema = database() and table_name = ? and is_nullable = 'NO' and column_default is null and column_name <> 'id'",
    [table],
  )
  const values: Record<string, unknown> = { int: 1, tinyint: 1, decimal: '1.00', date: '2026-01-01', datetime: '2026-01-01 00:00:00' }
  const given = columns.map(([name, type]) => (name === 'shelf' ? 'current' : (values[String(type)] ?? 'x')))
  await house.rows(`insert into ${table} (id, ${columns.map(([name]) => name).join(', ')}) values (1, ${given.map(() => '?').join(', ')})`, given)
}
