import mysql, { type Connection, type RowDataPacket } from 'mysql2'
import { Order } from './order.ts'
import { Texts } from './texts.ts'

/** Seconds by which a transaction's texts may be older than its commit: they carry the moment of their statement. */
const lookBack = { usual: 5, long: 120 }
/** Transactions that last longer are few and write much: reading through all that they wrote would slow every question after an import. */
const longEveryMs = 5_000
/** With so many changes a copy is worn: they are looked at one by one. */
const manyChanges = 500
/** And with so many it is of no use. */
const tooManyChanges = 5_000

/** The copy of one register: its texts, and its order by each column that was asked for. */
export class RegisterCopy {
  readonly #table: string
  readonly #address: string
  readonly #texts: Texts
  readonly #orders = new Map<string, Order | Promise<Order>>()
  readonly #wanted = new Set<string>()
  /** Records that changed since the copy was begun: their places in the orders are old. */
  readonly #changed = new Set<number>()
  /** When each recent text was written: the same again is not fetched again. */
  #recent: Map<number, string>
  #lookedFarAt = 0
  /** The engine's clock when it was last asked what had changed, in seconds. */
  #asked: number
  #connection: Connection | null = null

  private constructor(of: { table: string; address: string; texts: Texts; asked: number; recent: Map<number, string> }) {
    this.#table = of.table
    this.#address = of.address
    this.#texts = of.texts
    this.#asked = of.asked
    this.#recent = of.recent
  }

  /** @param of.columns whose orders it has from the beginning */
  static async make({ table, address, columns }: { table: string; address: string; columns: readonly string[] }): Promise<RegisterCopy> {
    const connection = open(address)
    try {
      const [sizes = []] = await ask(connection, `select coalesce(sum(length(body) + 1), 0), unix_timestamp(now(3)) from ${table}_search`)
      const [texts, asked, recent] = [new Texts(Number(sizes[0])), Number(sizes[1]), new Map<number, string>()]
      const since = [asked - lookBack.long]
      await each(connection, [`select id, body, if(changed_at >= from_unixtime(?), changed_at, null) from ${table}_search order by id`, since], ([id, body, at]) => {
        texts.load(Number(id), body as Buffer) // a varbinary column
        if (at !== null) recent.set(Number(id), String(at))
      })
      const copy = new RegisterCopy({ table, address, texts, asked, recent })
      for (const column of columns) await copy.#makeOrder(column)
      return copy
    } finally {
      connection.destroy()
    }
  }

  get isWorn(): boolean {
    return this.#changed.size > manyChanges
  }

  get isUseless(): boolean {
    return this.#changed.size > tooManyChanges
  }

  /** The columns that somebody sorted by: the next copy has their orders too. */
  get columns(): readonly string[] {
    return [...this.#wanted]
  }

  get changed(): ReadonlySet<number> {
    return this.#changed
  }

  /** The order by a column; it is made when it is first asked for. */
  order(column: string): Order | Promise<Order> {
    this.#wanted.add(column)
    const known = this.#orders.get(column)
    if (known) return known
    const making = this.#makeOrder(column)
    this.#orders.set(column, making)
    making.catch(() => this.#orders.delete(column))
    return making
  }

  async #makeOrder(column: string): Promise<Order> {
    const connection = open(this.#address)
    try {
      const order = new Order()
      await each(connection, [`select t.id from ${this.#table} t force index (${column}) order by t.${column}, t.id`], ([id]) => order.load(Number(id)))
      this.#orders.set(column, order)
      return order
    } finally {
      connection.destroy()
    }
  }

  /** Brings the copy to what is committed now: a person finds what they have just written, whichever process wrote it. */
  async refresh(): Promise<void> {
    const connection = this.#connection ?? open(this.#address)
    this.#connection = connection
    const isFar = Date.now() - this.#lookedFarAt > longEveryMs
    try {
      const [[now], stamps] = await Promise.all([
        ask(connection, 'select unix_timestamp(now(3))').then(([row = []]) => row),
        ask(connection, `select id, changed_at from ${this.#table}_search where changed_at >= from_unixtime(?)`, [this.#asked - (isFar ? lookBack.long : lookBack.usual)]),
      ])
      const fresh = stamps.filter(([id, at]) => this.#recent.get(Number(id)) !== at).map(([id]) => Number(id))
      for (let from = 0; from < fresh.length; from += 1_000)
        for (const [id, body] of await ask(connection, `select id, body from ${this.#table}_search where id in (?)`, [fresh.slice(from, from + 1_000)])) {
          this.#texts.change(Number(id), body as Buffer)
          this.#changed.add(Number(id))
        }
      if (isFar) [this.#recent, this.#lookedFarAt] = [new Map(), Date.now()]
      for (const [id, at] of stamps) this.#recent.set(Number(id), String(at))
      this.#asked = Number(now)
    } catch (error) {
      connection.destroy()
      this.#connection = null
      throw error
    }
  }

  close(): void {
    this.#connection?.destroy()
  }

  /** Ids of the records whose text has every word, in no order. */
  find(words: readonly string[]): Uint32Array {
    return this.#texts.find(words.map((word) => Buffer.from(word)))
  }
}

function open(address: string): Connection {
  const made = mysql.createConnection({ uri: address, rowsAsArray: true, dateStrings: true, timezone: 'Z' })
  made.on('error', () => undefined) // the question that follows meets it
  made.query("set time_zone = '+00:00'", () => undefined)
  made.query('set session max_statement_time=20', () => undefined) // MariaDB's name; MySQL refuses it and goes on without a limit
  return made
}

const ask = (on: Connection, sql: string, values: readonly unknown[] = []): Promise<unknown[][]> =>
  new Promise((resolve, reject) => on.query<RowDataPacket[][]>(sql, [...values], (error, rows) => (error ? reject(error) : resolve(rows))))

/** Row by row: a million of them are never held at once. */
async function each(on: Connection, [sql, values = []]: readonly [sql: string, values?: readonly unknown[]], take: (row: readonly unknown[]) => void): Promise<void> {
  const rows = on.query(sql, [...values])
  await new Promise<void>((resolve, reject) => {
    rows.on('result', (row: unknown) => take(row as unknown[])) // rowsAsArray
    rows.on('error', reject)
    rows.on('end', resolve)
  })
}
