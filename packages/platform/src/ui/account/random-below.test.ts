import { expect, it } from 'vitest'
import { randomBelow } from './random-below.ts'

it('draws every number below the limit and none beyond it', () => {
  const drawn = new Set(Array.from({ length: 2_000 }, () => randomBelow(7)))
  expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
})
