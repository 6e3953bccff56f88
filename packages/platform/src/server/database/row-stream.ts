import mysql, { type PoolConnection } from 'mysql2'
import { type Cell, poolOptions, prepareReader } from './read-pool.ts'

/** What is too many rows to hold: one statement, its rows as they come. */
export interface RowStreams {
  /**
   * Rows in batches, as they all were at one moment; the statement waits for its reader, and ends with it.
   *
   * @throws the driver's errors, at whichever batch they come
   */
  rows(sql: string, values?: readonly unknown[]): AsyncGenerator<Cell[][]>
}

/** Each holds a connection, and the engine keeps what it may still show to it: so there are few, and others wait for their turn. */
const connections = 4
/** A reader that is slower is cut off. */
const mostSeconds = 600
/** Rows read ahead of the reader; so many are read at once when it goes on, and nobody else is answered meanwhile. */
const mostRows = 100

export function openRowStreams(address: string): RowStreams & { close(): Promise<void> } {
  const pool = mysql.createPool({ ...poolOptions, uri: address, connectionLimit: connections })
  pool.on('connection', (connection) => {
    prepareReader(connection, { mostSeconds })
    connection.query(`set session net_write_timeout=${mostSeconds}`, () => undefined)
  })
  return {
    async *rows(sql, values = []) {
      yield* streamRows(await connect(pool), sql, values)
    },
    close: () => new Promise<void>((resolve) => pool.end(() => resolve())),
  }
}

const connect = (pool: mysql.Pool): Promise<PoolConnection> => new Promise((resolve, reject) => pool.getConnection((error, made) => (error ? reject(error) : resolve(made))))

/** In batches of what the socket brought at once: a turn of the machinery for each row costs more than reading it. */
async function* streamRows(connection: PoolConnection, sql: string, values: readonly unknown[]): AsyncGenerator<Cell[][]> {
  const come = { rows: [] as Cell[][], isOver: false, error: null as Error | null }
  let wake: () => void = () => undefined
  const query = connection.query(sql, [...values])
  query.on('result', (row: unknown) => {
    come.rows.push(row as Cell[]) // rowsAsArray
    if (come.rows.length === mostRows) connection.pause()
    wake()
  })
  query.on('error', (error) => {
    come.error = error
    wake()
  })
  query.on('end', () => {
    come.isOver = true
    wake()
  })
  try {
    for (;;) {
      if (come.rows.length === 0 && !come.isOver && !come.error)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      if (come.error) throw come.error
      const batch = come.rows
      if (batch.length === 0) return
      come.rows = []
      connection.resume()
      yield batch
    }
  } finally {
    if (come.isOver && !come.error) connection.release()
    else connection.destroy()
  }
}
