import { expect, it } from 'vitest'
import { addressOf, isSilent, type ListState, readAddress } from './address.ts'

const state: ListState = {
  search: 'łódź',
  shelf: 'archived',
  filter: {
    any: [
      { field: 'status', op: 'oneOf', value: ['active'] },
      {
        all: [
          { field: 'value', op: 'between', value: ['1.00', '5.00'] },
          { field: 'owner', op: 'me' },
        ],
      },
    ],
  },
  sort: [
    { field: 'value', dir: 'desc' },
    { field: 'number', dir: 'asc' },
  ],
  columns: ['number', 'value'],
}

it('reads back what it wrote, groups and all', () => expect(readAddress(addressOf(state) as Record<string, string>)).toEqual(state))
it('writes nothing for a list as usual', () => {
  expect(addressOf(readAddress({}))).toEqual({ q: null, s: null, f: null, o: null, c: null })
  expect([isSilent(readAddress({})), isSilent(state), isSilent(readAddress({ c: 'number' }))]).toEqual([true, false, false])
})
it('takes columns for names, each once', () => expect(readAddress({ c: 'number,,<b>,value,number' }).columns).toEqual(['number', 'value']))
it.each(['{', '[]', '{"all":5}', '{"all":[{"op":"is"},7,null]}', 'null'])('leaves out a filter that cannot be read: %s', (f) =>
  expect(readAddress({ f }).filter).toEqual({ all: [] }),
)
