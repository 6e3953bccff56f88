import { expect, it } from 'vitest'
import { choice, defineRegister, text } from '../../index.ts'
import { meetings, merged } from './merge.ts'

const register = defineRegister({
  id: 'test.note',
  table: 'test_note',
  fields: { title: text(20), body: text(20), state: choice('open', 'done') },
  sections: { all: ['title', 'body', 'state'] },
  list: { columns: ['title'], sort: { field: 'title', dir: 'asc' }, title: 'title' },
})
const before = { title: 'A', body: 'x', state: 'open' }
const sides = { before, mine: { ...before, title: 'mine', body: 'my body' }, theirs: { ...before, title: 'theirs', state: 'done' } }

it('keeps what only one of us changed and asks about what both did', () => {
  expect(meetings(register, sides).map(({ field, isConflict }) => [field, isConflict])).toEqual([
    ['title', true],
    ['body', false],
    ['state', false],
  ])
  expect(merged(register, sides, { title: 'mine' })).toEqual({ title: 'mine', body: 'my body', state: 'done' })
  expect(merged(register, sides, { title: 'theirs' })).toEqual({ title: 'theirs', body: 'my body', state: 'done' })
})

it('sees no conflict where both wrote the same', () => {
  expect(meetings(register, { before, mine: { ...before, title: 'B' }, theirs: { ...before, title: 'B' } })).toMatchObject([{ field: 'title', isConflict: false }])
})
