import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './project.mjs'
import { newPassword, remembered } from './secret.mjs'
import { ask, run } from './run.mjs'
import { stateFile } from './project.mjs'
import { freePort } from './port.mjs'

/** Whether a Docker engine answers and has Compose: a client alone is no engine. */
export async function hasDocker() {
  const [info, compose] = await Promise.all([ask('docker', ['info', '--format', '{{.ServerVersion}}']), ask('docker', ['compose', 'version', '--short'])])
  return Boolean(info?.trim()) && Boolean(compose?.trim())
}

/** Both databases as containers of this clone's own project; they stay when we stop, as containers do. */
export async function openCompose() {
  const secret = await remembered(stateFile('compose.json'), async () => ({ mysqlPort: await freePort(), jobsPort: await freePort(), password: newPassword() }))
  const env = { CRM_DEV_MYSQL_PORT: String(secret.mysqlPort), CRM_DEV_JOBS_PORT: String(secret.jobsPort), CRM_DEV_PASSWORD: secret.password }
  await run('docker', ['compose', '-f', 'tooling/services/docker/databases.yml', 'up', '-d', '--wait'], { name: 'compose', env })
  const { createConnection } = createRequire(join(root, 'packages/platform/package.json'))('mysql2/promise')
  const connection = await createConnection({ uri: `mysql://root:${secret.password}@127.0.0.1:${secret.mysqlPort}`, multipleStatements: true })
  await connection.query(`
    create database if not exists crm character set utf8mb4 collate utf8mb4_polish_ci;
    create user if not exists 'crm'@'%' identified by '${secret.password}'; create user if not exists 'crm_migrator'@'%' identified by '${secret.password}';
    create user if not exists 'crm_sealer'@'%' identified by '${secret.password}';
    grant all on \`crm\`.* to 'crm_migrator'@'%' with grant option; grant all on \`crm\\_test\\_%\`.* to 'crm_migrator'@'%' with grant option;`)
  await connection.end()
  const mysql = (user) => `mysql://${user}:${secret.password}@127.0.0.1:${secret.mysqlPort}/crm`
  return {
    MYSQL_URL: mysql('crm'),
    MYSQL_MIGRATOR_URL: mysql('crm_migrator'),
    MYSQL_SEALER_URL: mysql('crm_sealer'),
    JOBS_URL: `postgres://crm:${secret.password}@127.0.0.1:${secret.jobsPort}/postgres`,
  }
}
