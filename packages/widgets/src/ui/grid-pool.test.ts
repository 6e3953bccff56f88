import { expect, it } from 'vitest'
import { lineIn, poolOf } from './grid-pool.ts'

const shown = (pool: { first: number; slots: number }) => Array.from({ length: pool.slots }, (_, slot) => lineIn(slot, pool))

it.each([
  ['at the beginning', 0, { first: 0, slots: 17 }],
  ['in the middle', 1_000, { first: 32, slots: 17 }],
  ['at the end', 2_800, { first: 83, slots: 17 }],
  ['past the end', 9_000, { first: 83, slots: 17 }],
])('has every line in sight once, %s', (_where, from, expected) => {
  const pool = poolOf({ from, length: 280, size: 28, count: 100 })
  expect(pool).toEqual(expected)
  expect(shown(pool).sort((one, other) => one - other)).toEqual(Array.from({ length: pool.slots }, (_, at) => pool.first + at))
})

it('has no more slots than there are lines, and none for none', () => {
  expect(poolOf({ from: 0, length: 600, size: 28, count: 3 })).toEqual({ first: 0, slots: 3 })
  expect(poolOf({ from: 500, length: 600, size: 28, count: 0 })).toEqual({ first: 0, slots: 0 })
})

it('fills only the slots of lines that come in', () => {
  const [before, after] = [poolOf({ from: 1_000, length: 280, size: 28, count: 100 }), poolOf({ from: 1_060, length: 280, size: 28, count: 100 })]
  const [was, is] = [shown(before), shown(after)]
  expect(is.filter((line, slot) => line !== was[slot])).toEqual([49, 50])
})
