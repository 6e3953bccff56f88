import { describe, expect, it } from 'vitest'
import type { Field, Referred } from '../../index.ts'
import { cellReader, hasLostLabels, readCell, storeField } from './cell.ts'

const parties = { kind: 'references' } as Field // only the kind matters here
const stored = (value: unknown) => Object.values(storeField('parties', parties, value))

describe('references of a record', () => {
  it.each([
    ['one', [{ id: 7, label: 'Zakład Budowlany' }]],
    ['one whose name has the sign that stands between names', [{ id: 7, label: 'Kowal · Nowak sp. j.' }]],
    [
      'several',
      [
        { id: 7, label: 'Zakład Budowlany' },
        { id: 12, label: 'Żuraw' },
      ],
    ],
  ])('come back as they were stored: %s', (_, value) => {
    expect(hasLostLabels(parties, stored(value))).toBe(false)
    expect(readCell(parties, stored(value))).toEqual(value)
    expect(cellReader(parties, 2)([1, 1, ...stored(value)])).toEqual(value)
  })

  it.each([
    ['names that are longer than their column', Array.from({ length: 12 }, (_, at) => ({ id: at + 1, label: `Konsorcjum Budowy Dróg i Mostów nr ${at + 1} spółka z o.o.` }))],
    [
      'a name with the sign that stands between names',
      [
        { id: 7, label: 'Kowal · Nowak sp. j.' },
        { id: 12, label: 'Żuraw' },
      ],
    ],
  ])('keep a part of each, and say that something was lost: %s', (_, value) => {
    const cells = stored(value)
    expect(hasLostLabels(parties, cells)).toBe(true)
    const read = readCell(parties, cells) as Referred[]
    expect(read.map(({ id }) => id)).toEqual(value.map(({ id }) => id))
    for (const [at, { label }] of read.entries()) expect(label.slice(0, 5)).toBe(value[at]?.label.slice(0, 5))
    expect(String(cells[1]).length).toBeLessThanOrEqual(400)
  })

  it('are nothing when there are none', () => {
    expect(stored([])).toEqual([null, null])
    expect(cellReader(parties, 2)([1, 1, null, null])).toBeNull()
  })
})
