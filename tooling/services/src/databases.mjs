import { hasDocker, openCompose } from './compose.mjs'
import { openMariadb } from './mariadb.mjs'
import { openPostgres } from './postgres.mjs'
import { Sentence } from './project.mjs'
import { say } from './progress.mjs'

/**
 * The addresses of both databases: those of the environment, else Docker's, else private instances that `family` stops at the end.
 *
 * @returns {Promise<{ MYSQL_URL: string, MYSQL_MIGRATOR_URL: string, MYSQL_SEALER_URL?: string, JOBS_URL: string }>}
 */
export async function openDatabases(family) {
  const { MYSQL_URL, MYSQL_MIGRATOR_URL, MYSQL_SEALER_URL, JOBS_URL } = process.env
  const given = { MYSQL_URL, MYSQL_MIGRATOR_URL, ...(MYSQL_SEALER_URL ? { MYSQL_SEALER_URL } : {}) }
  if (Boolean(MYSQL_URL) !== Boolean(MYSQL_MIGRATOR_URL))
    throw new Sentence('Ustaw oba adresy: MYSQL_URL (aplikacja) i MYSQL_MIGRATOR_URL (migracje). Set both addresses: the application and the migrator are two users.')
  if (MYSQL_URL && JOBS_URL) return { ...given, JOBS_URL }
  if (!MYSQL_URL && !JOBS_URL && (await hasDocker())) {
    say('bazy danych: Docker Compose / databases: Docker Compose …')
    return openCompose()
  }
  say('bazy danych / databases …')
  const [mysql, jobs] = await Promise.all([MYSQL_URL ? given : openMariadb(family), JOBS_URL ?? openPostgres(family)])
  return { ...mysql, JOBS_URL: jobs }
}
