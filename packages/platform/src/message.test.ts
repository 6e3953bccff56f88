import { expect, it } from 'vitest'
import { sentence } from './message.ts'

const tree = { list: { count: { one: '{count} umowa', few: '{count} umowy', many: '{count} umów', other: '{count} umowy' }, title: 'Umowy {who}' } }

it.each([
  [1, '1 umowa'],
  [3, '3 umowy'],
  [5, '5 umów'],
  [22, '22 umowy'],
])('declines %i', (count, text) => expect(sentence(tree, 'list.count', { language: 'pl', params: { count } })).toBe(text))

it('fills places and answers null where there is no sentence', () => {
  expect(sentence(tree, 'list.title', { language: 'pl', params: { who: 'Anny' } })).toBe('Umowy Anny')
  expect(sentence(tree, 'list', { language: 'pl' })).toBeNull()
  expect(sentence(tree, 'list.title.more', { language: 'pl' })).toBeNull()
})
