import { setImmediate } from 'node:timers/promises'
import type { SheetRow, SheetRows } from './sheet.ts'

/** What is written at once, in bytes: small enough to hold, large enough not to cost more than the rows. */
const chunkLength = 65_536
/** A sign of a text takes at most three bytes. */
const mostBytes = 3
/** Rows between two looks at what else waits: less than a millisecond. */
const rowsPerTurn = 20

/**
 * What may be written before anybody reads it, in bytes: a list that fits is done as fast as the engine gives it, whatever the
 * reader's line is like.
 */
export const writtenAhead = 16_777_216

/** What each row is written as, in chunks. Rows become bytes one by one: those without a letter beyond ASCII, most of them, are only copied. */
export async function* inChunks(sheet: SheetRows, { before, write, after }: { before: string; write: (row: SheetRow) => string; after: () => string }): AsyncGenerator<Buffer> {
  yield Buffer.from(before)
  let chunk = Buffer.allocUnsafe(chunkLength)
  let [length, count] = [0, 0]
  for await (const page of 'pages' in sheet ? sheet.pages : onePages(sheet.rows)) {
    for (const row of page) {
      const text = write(row)
      if (length + text.length * mostBytes > chunk.length) {
        yield chunk.subarray(0, length)
        chunk = Buffer.allocUnsafe(Math.max(chunkLength, text.length * mostBytes))
        length = 0
      }
      length += chunk.write(text, length)
      count += 1
      if (count % rowsPerTurn === 0) await setImmediate()
    }
  }
  yield Buffer.concat([chunk.subarray(0, length), Buffer.from(after())])
}

async function* onePages(rows: AsyncIterable<SheetRow>): AsyncGenerator<readonly SheetRow[]> {
  for await (const row of rows) yield [row]
}
