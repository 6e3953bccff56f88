import { readFile } from 'node:fs/promises'
import { clearLeftovers, openFamily, refuseBesideTests } from './family.mjs'
import { openDatabases } from './databases.mjs'
import { ensurePackages } from './packages.mjs'
import { prepareState, stateFile } from './project.mjs'

/** Do something beside running databases, those of a running System CRM if there is one, and stop what was started for it. */
export async function withDatabases(work) {
  await prepareState()
  await refuseBesideTests()
  await ensurePackages()
  const isRunning = (await clearLeftovers('run.json')) === 'running'
  const family = openFamily('test.json')
  const stop = () => void family.stop().then(() => process.exit(130))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    return await work(isRunning ? await addressesOfRunning() : await openDatabases(family))
  } finally {
    await family.stop()
  }
}

async function addressesOfRunning() {
  const [mariadb, postgres] = await Promise.all(['mariadb.json', 'postgres.json'].map((name) => readFile(stateFile(name), 'utf8').then(JSON.parse, () => null)))
  const { MYSQL_URL, MYSQL_MIGRATOR_URL, MYSQL_SEALER_URL, JOBS_URL } = process.env
  if (!mariadb || !postgres) return { MYSQL_URL, MYSQL_MIGRATOR_URL, ...(MYSQL_SEALER_URL ? { MYSQL_SEALER_URL } : {}), JOBS_URL }
  const at = (name, password) => `mysql://${name}:${password}@127.0.0.1:${mariadb.port}/crm`
  return {
    MYSQL_URL: at('crm', mariadb.application),
    MYSQL_MIGRATOR_URL: at('crm_migrator', mariadb.migrator),
    ...(mariadb.sealer ? { MYSQL_SEALER_URL: at('crm_sealer', mariadb.sealer) } : {}),
    JOBS_URL: `postgres://crm:${postgres.password}@127.0.0.1:${postgres.port}/postgres`,
  }
}
