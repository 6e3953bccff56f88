import type { House } from './house.ts'

/** What a refusal must leave as it was: every table but the journal, sessions and the days on which rights were used. */
export async function digestOf(house: House): Promise<unknown> {
  const tables = (
    await house.rows(
      "select table_name from information_schema.tables where table_schema = database() and table_name not in ('platform_journal', 'platform_session', 'platform_right_use', 'platform_security_event') order by 1",
    )
  ).map(([name]) => String(name))
  return house.rows(`checksum table ${tables.join(', ')}`)
}
