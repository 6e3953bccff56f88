import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Order } from './order.ts'

it('names the first of some records behind another one, from either end', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(
      ids,
      fc.array(fc.integer({ min: 1, max: 5_000 })),
      fc.constantFrom('asc' as const, 'desc' as const),
      fc.nat(),
      fc.nat({ max: 20 }),
      (order, others, direction, behind, count) => {
        const made = new Order()
        for (const id of order) made.load(id)
        const asked = [...order.filter((id) => id % 3 > 0), ...others.filter((id) => !order.includes(id))]
        const after = behind % 2 === 0 ? null : (order[behind % order.length] ?? null)
        const listed = direction === 'asc' ? order : [...order].reverse()
        const expected = listed.slice(after === null ? 0 : listed.indexOf(after) + 1).filter((id) => id % 3 > 0)
        expect([...made.first(Uint32Array.from(asked), { direction, after, count })]).toEqual(expected.slice(0, count))
      },
    ),
  )
})
