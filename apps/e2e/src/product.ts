import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import mysql from 'mysql2/promise'
import pg from 'pg'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The real host and worker over databases of their own, with the sample data. */
export interface Product {
  readonly address: string
  stop(): Promise<void>
}

export async function startProduct(): Promise<Product> {
  const schema = `crm_test_stories_${randomBytes(4).toString('hex')}`
  const { MYSQL_URL, MYSQL_MIGRATOR_URL, MYSQL_SEALER_URL, JOBS_URL } = process.env
  if (!MYSQL_URL || !MYSQL_MIGRATOR_URL || !JOBS_URL) throw new Error('The databases\' addresses are not in the environment; run the stories by "npm test" or "npm run e2e"')
  const within = (address: string) => Object.assign(new URL(address), { pathname: `/${schema}` }).href
  const ask = async (sql: string) => {
    const connection = await mysql.createConnection({ uri: MYSQL_MIGRATOR_URL })
    await connection.query(sql).finally(() => connection.end())
  }
  const askJobs = async (sql: string) => {
    const client = new pg.Client({ connectionString: JOBS_URL })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await ask(`create database ${schema} character set utf8mb4 collate utf8mb4_polish_ci`)
  await askJobs(`create database ${schema}`)
  const data = mkdtempSync(join(tmpdir(), 'crm-stories-'))
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const env = {
    ...process.env,
    MYSQL_URL: within(MYSQL_URL),
    MYSQL_MIGRATOR_URL: within(MYSQL_MIGRATOR_URL),
    ...(MYSQL_SEALER_URL ? { MYSQL_SEALER_URL: within(MYSQL_SEALER_URL) } : {}),
    JOBS_URL: within(JOBS_URL),
    CRM_DATA: data,
    PORT: String(port),
    CRM_DEMO: '1',
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
  }
  for (const command of ['migrate', 'demo-data']) {
    await run(process.execPath, ['apps/host/src/crm.ts', command], { cwd: root, env })
  }
  const children = ['host', 'worker'].map(
    (name): ChildProcess => spawn(process.execPath, [`apps/${name}/src/main.ts`], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }),
  )
  process.on('exit', () => children.map((child) => child.kill()))
  const address = `http://127.0.0.1:${port}`
  for (let attempt = 0; ; attempt += 1) {
    if (
      await fetch(`${address}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break
    if (attempt > 600) throw new Error('The host did not come up')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    address,
    async stop() {
      await Promise.all(children.map((child) => new Promise((resolve) => child.once('exit', resolve) && child.kill())))
      await ask(`drop database ${schema}`)
      await askJobs(`drop database ${schema} with (force)`)
      await rm(data, { recursive: true, force: true })
    },
  }
}
