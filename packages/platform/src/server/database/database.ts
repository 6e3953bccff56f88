import { AsyncLocalStorage } from 'node:async_hooks'
import { type Options, Sequelize, type Transaction } from 'sequelize'
import { openPool, type ReadPool, strictMode } from './read-pool.ts'
import { openRowStreams, type RowStreams } from './row-stream.ts'

export interface Database {
  readonly sequelize: Sequelize
  readonly read: ReadPool
  readonly streams: RowStreams
  close(): Promise<void>
}

const store = new AsyncLocalStorage<Map<string, unknown>>()

// Sequelize 6 asks for a cls-hooked namespace; these four methods are all that it calls.
Sequelize.useCLS({
  bind: (work: unknown) => work,
  run: (work: (namespace: unknown) => unknown) => store.run(new Map(store.getStore()), () => work(store.getStore())),
  get: (key: string) => store.getStore()?.get(key),
  set: (key: string, value: unknown) => store.getStore()?.set(key, value),
} as unknown as object) // the type of useCLS is a bare object; the shape is what sequelize.js reads

/** Connections of one process: models and transactions through Sequelize, bare reads through a pool beside it. */
export function openDatabase(address: string, { connections = 20 }: { connections?: number } = {}): Database {
  const sequelize = new Sequelize(address, {
    dialect: 'mysql',
    logging: false,
    timezone: '+00:00',
    define: { underscored: true, freezeTableName: true, timestamps: false },
    pool: { max: connections, min: 0, acquire: 15_000, idle: 30_000 },
    dialectOptions: { dateStrings: false, supportBigNumbers: true, connectTimeout: 5_000 },
    hooks: { afterConnect: (connection: unknown) => prepare(connection as { query: (sql: string, done: (error: Error | null) => void) => void }) },
  } satisfies Options)
  // Sequelize's mysql dialect drops SKIP LOCKED silently although both engines have it.
  ;(sequelize as unknown as { dialect: { supports: { skipLocked: boolean } } }).dialect.supports.skipLocked = true
  shortenTransactions(sequelize)
  const read = openPool(address, connections)
  const streams = openRowStreams(address)
  return { sequelize, read, streams, close: async () => void (await Promise.allSettled([sequelize.close(), read.close(), streams.close()])) }
}

/** Sequelize begins and commits by the way of a model's query, which costs more than the statement; here both go straight to the connection. */
function shortenTransactions(sequelize: Sequelize): void {
  const shorter = {
    startTransaction: (transaction: Begun) => bare(transaction, 'start transaction', []),
    async commitTransaction(transaction: Begun) {
      const committed = bare(transaction, 'commit', [])
      transaction.finished = 'commit'
      await committed
    },
  }
  Object.assign(sequelize.getQueryInterface(), shorter)
}

function prepare(connection: { query: (sql: string, done: (error: Error | null) => void) => void }): Promise<void> {
  const run = (sql: string) => new Promise<void>((resolve, reject) => connection.query(sql, (error) => (error ? reject(error) : resolve())))
  // READ COMMITTED: no gap locks, so writers of neighbouring rows do not wait for each other; every rule locks the rows it stands on.
  return run(`set session sql_mode='${strictMode}'`).then(() => run('set session transaction isolation level read committed'))
}

/** The transaction that the calling code runs in, if any. */
export const currentTransaction = (): Transaction | undefined => store.getStore()?.get('transaction') as Transaction | undefined

/** What a changing statement did. */
export interface Changed {
  readonly insertId: number
  readonly affectedRows: number
}

/**
 * A statement in the running transaction, straight on its connection: for the few that every change makes, because
 * Sequelize's own way (it captures a stack, formats, inspects the result) costs as much as the statement.
 *
 * @throws Error outside a transaction; the driver's errors as they are
 */
export function statement<Answer = Changed>(sql: string, values: readonly unknown[]): Promise<Answer> {
  const transaction = currentTransaction()
  if (!transaction) throw new Error('statement() outside a transaction')
  return bare(transaction as unknown as Begun, sql, values)
}

/** What Sequelize's transactions are; their type hides it. */
interface Begun {
  readonly connection: { query: (sql: string, values: readonly unknown[], done: (error: Error | null, answer: unknown) => void) => void }
  finished?: 'commit'
}

// The caller knows what its statement answers.
const bare = <Answer>({ connection }: Begun, sql: string, values: readonly unknown[]): Promise<Answer> =>
  new Promise((resolve, reject) => connection.query(sql, values, (error, answer) => (error ? reject(error) : resolve(answer as Answer))))

/**
 * Run work in one transaction, again when the engine chose it as a deadlock's victim.
 *
 * @throws Error when called inside another transaction: a second connection would wait for the first
 */
export async function transact<T>(database: Database, work: () => Promise<T>): Promise<T> {
  if (currentTransaction()) throw new Error('transact() inside a transaction: the outer one is already there for everything you write')
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.sequelize.transaction(() => work())
    } catch (error) {
      if (attempt === 4 || !(isDeadlock(error) || error instanceof Again)) throw error
      await new Promise((resolve) => setTimeout(resolve, 5 * attempt + Math.random() * 20))
    }
  }
}

/** Thrown inside a transaction that lost a race and will see the winner's rows when it is run once more. */
export class Again extends Error {}

const errno = (error: unknown): number | undefined => {
  const original = typeof error === 'object' && error !== null && 'original' in error ? error.original : error
  return typeof original === 'object' && original !== null && 'errno' in original && typeof original.errno === 'number' ? original.errno : undefined
}

const isDeadlock = (error: unknown): boolean => errno(error) === 1213 || errno(error) === 1205
export const isDuplicate = (error: unknown): boolean => errno(error) === 1062

/** A statement reached its time: MariaDB's and MySQL's number of it. */
export const isGivenUp = (error: unknown): boolean => errno(error) === 1969 || errno(error) === 3024

/** The engine does not answer: stopped, restarting, full of connections. */
export function isUnreachable(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const name = error instanceof Error ? error.name : ''
  return (
    /^SequelizeConnection|HostNotFound|AccessDenied/.test(name) ||
    /ECONN|PROTOCOL_CONNECTION_LOST|EPIPE|ETIMEDOUT|ER_CON_COUNT|ER_SERVER_SHUTDOWN/.test(code) ||
    [1040, 1053, 1927, 2006, 2013].includes(errno(error) ?? 0) ||
    hasUnreachableCause(error)
  )
}

const hasUnreachableCause = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (('original' in error && error.original !== error && isUnreachable(error.original)) || ('cause' in error && error.cause !== undefined && isUnreachable(error.cause)))
