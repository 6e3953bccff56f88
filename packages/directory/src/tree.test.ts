import { expect, it } from 'vitest'
import { circleOf } from './tree.ts'

const parents = new Map<number, number | null>([
  [1, null],
  [2, 1],
  [3, 2],
  [4, 3],
  [8, 9],
  [9, 8],
])

it.each([
  [{ node: 4, parent: 1 }, null],
  [{ node: 2, parent: null }, null],
  [{ node: 5, parent: 4 }, null],
  [{ node: 2, parent: 2 }, [2, 2]],
  [{ node: 1, parent: 4 }, [1, 4, 3, 2, 1]],
  [{ node: 2, parent: 3 }, [2, 3, 2]],
  // A circle that was there before does not hold the walk.
  [{ node: 1, parent: 8 }, null],
])('hangs %o with the circle %o', (edge, circle) => expect(circleOf(parents, edge)).toEqual(circle))
