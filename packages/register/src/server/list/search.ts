import { type AnyRegister, fold } from '../../index.ts'
import type { Sql } from './condition.ts'

/** The folded words of a record, as the search compares them; cut where the column ends. */
export const searchBody = (words: readonly string[]): Buffer => Buffer.from(fold(words.filter(Boolean).join(' '))).subarray(0, 6_000)

/** What somebody typed into the search, as words that must each be found; the texts are folded the same way. */
export const searchWords = (search: string): string[] => fold(search).split(' ').filter(Boolean).slice(0, 6)

/** Every word is somewhere in the record's text: the engine looks through all of them. */
export function whereSearch(words: readonly string[], register: AnyRegister): Sql {
  return {
    text: `t.id in (select s.id from ${register.table}_search s where ${words.map(() => 'instr(s.body, ?)').join(' and ')})`,
    values: words.map((word) => Buffer.from(word)),
  }
}

/** The same asked of a row that is at hand anyway. Said as a value, because a subquery of rows could be turned round and walked from its end. */
export function rowHasWords(words: readonly string[], register: AnyRegister): Sql {
  const parts = words.map(() => `instr((select s.body from ${register.table}_search s where s.id = t.id), ?) > 0`)
  return { text: parts.join(' and '), values: words.map((word) => Buffer.from(word)) }
}
