import mysql from 'mysql2/promise'

/** The addresses of a schema that is made when it is not there. */
export async function ensureSchema(name: string): Promise<{ MYSQL_URL: string; MYSQL_MIGRATOR_URL: string; JOBS_URL: string }> {
  const { MYSQL_URL, MYSQL_MIGRATOR_URL, JOBS_URL } = process.env
  if (!MYSQL_URL || !MYSQL_MIGRATOR_URL || !JOBS_URL) throw new Error('MYSQL_URL, MYSQL_MIGRATOR_URL and JOBS_URL are not set; "npm run bench" finds or makes the databases')
  const connection = await mysql.createConnection({ uri: MYSQL_MIGRATOR_URL })
  await connection.query(`create database if not exists ${name} character set utf8mb4 collate utf8mb4_polish_ci`)
  await connection.end()
  const within = (address: string) => Object.assign(new URL(address), { pathname: `/${name}` }).href
  return { MYSQL_URL: within(MYSQL_URL), MYSQL_MIGRATOR_URL: within(MYSQL_MIGRATOR_URL), JOBS_URL }
}
