import { randomBytes } from 'node:crypto'
import type { Migration } from '@crm/platform/server'
import { migrate } from '@crm/platform/server'
import mysql from 'mysql2/promise'
import pg from 'pg'

/** A MariaDB schema and a job store of one test file's own. */
export interface Stores {
  readonly MYSQL_URL: string
  readonly MYSQL_MIGRATOR_URL: string
  /** Absent where the addresses were given without one. */
  readonly MYSQL_SEALER_URL: string | undefined
  readonly JOBS_URL: string
  readonly schema: string
  drop(): Promise<void>
}

interface Migrated {
  readonly id: string
  readonly migrations: readonly Migration[]
}

/** @throws Error when the databases' addresses are not in the environment: the test command puts them there */
export async function openStores(apps: readonly Migrated[], { hasJobs = false }: { hasJobs?: boolean } = {}): Promise<Stores> {
  const schema = `crm_test_${randomBytes(6).toString('hex')}`
  const migrator = address('MYSQL_MIGRATOR_URL')
  await ask(migrator.href, `create database ${schema} character set utf8mb4 collate utf8mb4_polish_ci`)
  const jobs = address('JOBS_URL')
  if (hasJobs) await askPostgres(jobs.href, `create database ${schema}`)
  const stores = {
    MYSQL_URL: within(address('MYSQL_URL'), schema),
    MYSQL_MIGRATOR_URL: within(migrator, schema),
    MYSQL_SEALER_URL: process.env.MYSQL_SEALER_URL ? within(address('MYSQL_SEALER_URL'), schema) : undefined,
    JOBS_URL: hasJobs ? within(jobs, schema) : jobs.href,
    schema,
  }
  await migrate(apps, { migrator: stores.MYSQL_MIGRATOR_URL, application: stores.MYSQL_URL, sealer: stores.MYSQL_SEALER_URL })
  return {
    ...stores,
    async drop() {
      await ask(migrator.href, `drop database ${schema}`)
      if (hasJobs) await askPostgres(jobs.href, `drop database ${schema} with (force)`)
    },
  }
}

function address(name: string): URL {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; run the tests by "npm test", which finds or makes the databases`)
  return new URL(value)
}

function within(server: URL, schema: string): string {
  const url = new URL(server)
  url.pathname = `/${schema}`
  return url.href
}

async function ask(url: string, sql: string): Promise<void> {
  const connection = await mysql.createConnection({ uri: url })
  await connection.query(sql).finally(() => connection.end())
}

async function askPostgres(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
