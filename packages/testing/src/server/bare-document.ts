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

/**
 * A row with something in every column that must have something; what it hangs on need not be there.
 *
 * @returns its id
 */
export async function insertBare(house: House, table: string, given: Readonly<Record<string, unknown>> = {}): Promise<number> {
  const columns = await house.rows(
    "select column_name, data_type, column_type from information_schema.columns where table_schema = database() and table_name = ? and is_nullable = 'NO' and column_default is null and extra = ''",
    [table],
  )
  const usual = Object.fromEntries(columns.map(([name, type, full]) => [String(name), name === 'shelf' ? 'current' : bareValue(String(type), String(full))]))
  const row = { ...usual, ...given }
  const names = Object.keys(row)
  const { sequelize } = house.system.database
  // One connection, because the switch is the connection's own.
  return sequelize.transaction(async (transaction) => {
    await sequelize.query('set foreign_key_checks = 0', { transaction })
    const [id] = await sequelize.query(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`, { replacements: Object.values(row), transaction })
    await sequelize.query('set foreign_key_checks = 1', { transaction })
    return Number(id)
  })
}

function bareValue(type: string, full: string): unknown {
  if (/int|decimal/.test(type)) return 1
  if (type === 'enum') return /'([^']*)'/.exec(full)?.[1]
  if (/datetime|timestamp/.test(type)) return '2026-01-01 00:00:00'
  if (type === 'date') return '2026-01-01'
  if (/json|longtext/.test(type)) return '{}'
  return 'x'
}
