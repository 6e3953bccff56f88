import { type AnyRegister, fold } from '../../index.ts'
import type { Sql } from './condition.ts'

/** Between what every reader of a record may search and what only those who may read all of its fields; no word has it. */
const veil = '\u0001'

/** The folded words of a record, as the search compares them, those of guarded fields behind the veil; cut where the column ends. */
export function searchBody(words: readonly string[], guarded: readonly string[] = []): Buffer {
  const [open, behind] = [words, guarded].map((some) => fold(some.filter(Boolean).join(' ')))
  return Buffer.from(behind ? `${open}${veil}${behind}` : (open ?? '')).subarray(0, 6_000)
}

/** The text of a record as far as the reader of this register may search it. */
const bodyOf = ({ hidden }: AnyRegister) => (hidden ? `substring_index(s.body, '${veil}', 1)` : 's.body')

/** What somebody typed into the search, as words that must each be found; the texts are folded the same way. */
export const searchWords = (search: string): string[] => fold(search).split(' ').filter(Boolean).slice(0, 6)

/** Every word is somewhere in the record's text: the engine looks through all of them. */
export function whereSearch(words: readonly string[], register: AnyRegister): Sql {
  return {
    text: `t.id in (select s.id from ${register.table}_search s where ${words.map(() => `instr(${bodyOf(register)}, ?)`).join(' and ')})`,
    values: words.map((word) => Buffer.from(word)),
  }
}

/** The same asked of a row that is at hand anyway. Said as a value, because a subquery of rows could be turned round and walked from its end. */
export function rowHasWords(words: readonly string[], register: AnyRegister): Sql {
  const parts = words.map(() => `instr((select ${bodyOf(register)} from ${register.table}_search s where s.id = t.id), ?) > 0`)
  return { text: parts.join(' and '), values: words.map((word) => Buffer.from(word)) }
}
