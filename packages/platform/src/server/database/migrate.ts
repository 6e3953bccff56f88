import mysql from 'mysql2/promise'
import type { RowDataPacket } from 'mysql2'
import { Umzug } from 'umzug'
import { strictMode } from './read-pool.ts'

/** One step of an app's schema, forward only. A failed step leaves its earlier statements behind, so each must bear being run again. */
export interface Migration {
  /** `0003-add-deposit` */
  readonly name: string
  readonly statements: readonly string[]
}

/** The end of every `create table`: the collation is named, because MySQL's default is another than MariaDB's. */
/** Of a column of codes, kinds and tokens: compared sign by sign, four times shorter in a key. */
export const ascii = 'character set ascii collate ascii_bin'
export const tableOptions = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_polish_ci'

interface Migrated {
  readonly id: string
  readonly migrations: readonly Migration[]
}

/**
 * Bring the schema up to date; safe to start in several processes at once.
 *
 * @param addresses the migrator's address, and the application's, whose user gets its rights table by table; with a sealer of its own, only that user may add seals
 */
export async function migrate(apps: readonly Migrated[], addresses: { migrator: string; application: string; sealer?: string | undefined }): Promise<string[]> {
  const connection = await mysql.createConnection({ uri: addresses.migrator, timezone: 'Z' })
  try {
    await connection.query(`set session sql_mode='${strictMode}'`)
    const [locked] = await connection.query<RowDataPacket[]>("select get_lock('crm-migrate', 120) as got")
    if (locked[0]?.got !== 1) throw new Error('Another process has been migrating for two minutes; look at its log')
    await connection.query(`create table if not exists platform_migration (name varchar(160) collate utf8mb4_bin primary key, done_at datetime(3) not null) ${tableOptions}`)
    const done = await umzugOver(connection, apps).up()
    await grant(connection, new URL(addresses.application))
    if (addresses.sealer) await leaveSealing(connection, { application: new URL(addresses.application), sealer: new URL(addresses.sealer) })
    return done.map((step) => step.name)
  } finally {
    await connection.end()
  }
}

function umzugOver(connection: mysql.Connection, apps: readonly Migrated[]) {
  return new Umzug({
    migrations: apps.flatMap((app) =>
      app.migrations.map((step) => ({
        name: `${app.id}/${step.name}`,
        up: async () => {
          for (const statement of step.statements) await connection.query(statement).catch(forgiveRepeated)
        },
      })),
    ),
    storage: {
      logMigration: async ({ name }) => void (await connection.query('insert into platform_migration values (?, utc_timestamp(3))', [name])),
      unlogMigration: () => Promise.reject(new Error('Migrations go forward only')),
      executed: async () => (await connection.query<RowDataPacket[]>('select name from platform_migration'))[0].map((row) => String(row.name)),
    },
    logger: undefined,
  })
}

/** What a step that was cut off had already done: the column or the key is there, or is gone. */
function forgiveRepeated(error: { errno?: number }): void {
  if (![1060, 1061, 1091].includes(error.errno ?? 0)) throw error
}

/** Tables to which the application may only add: what is written there stays. */
const appendOnly = ['platform_journal', 'platform_journal_seal']

async function grant(connection: mysql.Connection, application: URL): Promise<void> {
  const user = decodeURIComponent(application.username)
  const schema = application.pathname.slice(1)
  const [tables] = await connection.query<RowDataPacket[]>('select table_name as name from information_schema.tables where table_schema = ?', [schema])
  for (const { name } of tables) {
    const rights = appendOnly.includes(name) ? 'select, insert' : 'select, insert, update, delete'
    await connection.query(`grant ${rights} on ${mysql.escapeId(schema)}.${mysql.escapeId(String(name))} to ${mysql.escape(user)}@'%'`)
  }
}

const nothingToRevoke = 1147

/** Seals are written by a user that can do nothing else: whoever has the application's password cannot seal a journal that they made up. */
async function leaveSealing(connection: mysql.Connection, { application, sealer }: { application: URL; sealer: URL }): Promise<void> {
  const schema = mysql.escapeId(application.pathname.slice(1))
  const [from, to] = [application, sealer].map(({ username }) => `${mysql.escape(decodeURIComponent(username))}@'%'`)
  await connection.query(`revoke insert on ${schema}.platform_journal_seal from ${from}`).catch((error: { errno?: number }) => {
    if (error.errno !== nothingToRevoke) throw error
  })
  await connection.query(`grant select, insert on ${schema}.platform_journal_seal to ${to}`)
}
