import type { House } from './house.ts'

/** What a refusal must leave as it was: every table but the journal, sessions, the days on which rights were used, and that a burst of refusals is gathered into an incident. */
export async function digestOf(house: House): Promise<unknown> {
  const tables = (
    await house.rows(
      "select table_name from information_schema.tables where table_schema = database() and table_name not in ('platform_journal', 'platform_session', 'platform_right_use', 'platform_security_event', 'platform_outbox') order by 1",
    )
  ).map(([name]) => String(name))
  const letters = await house.rows("select id from platform_outbox where name <> 'platform.gather-incident' order by seq")
  return [letters, await house.rows(`checksum table ${tables.join(', ')}`)]
}
