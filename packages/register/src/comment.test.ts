import { expect, it } from 'vitest'
import { asTyped, mentionsIn, piecesOf, withMentions } from './comment.ts'

const people = [
  { id: 3, label: 'Anna Kłos' },
  { id: 7, label: 'Anna Kłos-Nowak' },
]

it('keeps people in a comment by number, and gives their names back', () => {
  const kept = withMentions('Pyta @Anna Kłos-Nowak, nie @Anna Kłos. @Nikt', people)
  expect(kept).toBe('Pyta @{7}, nie @{3}. @Nikt')
  expect(mentionsIn(`${kept} @{3}`)).toEqual([7, 3])
  expect(asTyped(kept, { 3: 'Anna Kłos', 7: 'Anna Kłos-Nowak' })).toBe('Pyta @Anna Kłos-Nowak, nie @Anna Kłos. @Nikt')
  expect(asTyped('@{9}', {})).toBe('@{9}')
})

it('falls into pieces', () => {
  expect(piecesOf('@{7}, zobacz @{3}')).toEqual([{ personId: 7 }, ', zobacz ', { personId: 3 }])
  expect(piecesOf('')).toEqual([])
})
