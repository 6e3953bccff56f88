import mysql from 'mysql2'

/** A cell as the driver hands it over: days and moments are texts, decimals too. */
export type Cell = string | number | Buffer | object | null

/** Rows as arrays, outside any transaction, where hydration would cost more than the query. */
export interface ReadPool {
  query(sql: string, values?: readonly unknown[]): Promise<Cell[][]>
  /** The same with a prepared statement: for the few queries that every request makes. */
  execute(sql: string, values?: readonly (string | number | null)[]): Promise<Cell[][]>
}

/** Strictness that MariaDB and MySQL share; NO_AUTO_CREATE_USER exists on one of them only. */
export const strictMode = 'STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY'

/** How bare statements are read, by whichever pool. */
export const poolOptions = { timezone: 'Z', dateStrings: true, rowsAsArray: true, connectTimeout: 5_000, enableKeepAlive: true } as const

/** A new connection of a pool; the error handler of the query that follows reports one that died here. */
export function prepareReader(connection: { query: (sql: string, done: () => void) => unknown }, { mostSeconds }: { mostSeconds: number }): void {
  connection.query(`set session sql_mode='${strictMode}'`, () => undefined)
  connection.query(`set session max_statement_time=${mostSeconds}`, () => undefined) // MariaDB's name; MySQL refuses it and goes on without a limit
}

/** Connections for bare statements; none is opened before the first. */
export function openPool(address: string, connections: number): ReadPool & { close(): Promise<void> } {
  // Callbacks: the driver's own promises capture a stack for every query, and every list makes two.
  const pool = mysql.createPool({ ...poolOptions, uri: address, connectionLimit: connections })
  pool.on('connection', (connection) => prepareReader(connection, { mostSeconds: 10 }))
  // rowsAsArray: each row is its cells.
  const answer = (resolve: (rows: Cell[][]) => void, reject: (error: Error) => void) => (error: Error | null, rows: unknown) => (error ? reject(error) : resolve(rows as Cell[][]))
  return {
    query: (sql, values = []) => new Promise((resolve, reject) => pool.query(sql, values as unknown[], answer(resolve, reject))),
    execute: (sql, values = []) => new Promise((resolve, reject) => pool.execute(sql, [...values], answer(resolve, reject))),
    close: () => new Promise<void>((resolve) => pool.end(() => resolve())),
  }
}
