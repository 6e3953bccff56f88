import { expect, it } from 'vitest'
import type { AnyRegister, Filter } from '../../index.ts'
import { code, longText, text } from '../../index.ts'
import { filterWords } from './filter-words.ts'

const register = { fields: { title: text(80), number: code(20), notes: longText() } } as unknown as AnyRegister // only its fields are read
const pieces = (filter: Filter) => filterWords(filter, register)

it('takes only pieces that every record must have, from texts that the copy holds whole', () => {
  const title = { field: 'title', op: 'contains', value: 'Łódź ' } as const
  expect(pieces({ all: [title, { field: 'number', op: 'starts', value: 'U/H/20' }] })).toEqual(['lodz', 'u/h/20'])
  expect(pieces({ any: [title, title] })).toEqual([])
  expect(pieces({ all: [{ all: [title] }, { any: [title] }] })).toEqual(['lodz'])
  expect(pieces({ all: [{ field: 'notes', op: 'contains', value: 'Łódź' }] })).toEqual([]) // a long text may be cut in the copy
  expect(pieces({ all: [{ field: 'title', op: 'contains', value: 'ab' }] })).toEqual([])
  expect(pieces({ all: [{ field: 'title', op: 'contains', value: 'Straße' }] })).toEqual([]) // another collation's equal letters
})
