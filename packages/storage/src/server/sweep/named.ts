import type { System } from '@crm/platform/server'

/** What is read of a content and goes with it is no reason to keep it. */
const goesWithIt = ['storage_text', 'storage_look']

/**
 * The columns that name contents of the store: those with a foreign key to it, whichever app they are of, and those that an app lists
 * because its rows come before the content's.
 */
async function namingColumns(system: System): Promise<{ table: string; column: string }[]> {
  const rows = await system.database.read.query(
    "select table_name, column_name from information_schema.key_column_usage where referenced_table_schema = database() and referenced_table_name = 'storage_blob'",
  )
  const keyed = rows.map(([table, column]) => ({ table: String(table), column: String(column) })).filter(({ table }) => !goesWithIt.includes(table))
  return [...keyed, ...system.apps.flatMap((server) => server.contents ?? [])]
}

/** The contents with this beginning that something names. */
export async function namedContents(system: System, prefix: string): Promise<Set<string>> {
  const columns = await namingColumns(system)
  const answers = await Promise.all(
    columns.map(({ table, column }) => system.database.read.query(`select distinct ${column} from ${table} where ${column} like ?`, [`${prefix}%`])),
  )
  return new Set(answers.flat().map(([sha256]) => String(sha256)))
}
