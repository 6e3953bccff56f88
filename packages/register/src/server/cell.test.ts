import { describe, expect, it } from 'vitest'
import type { Field } from '../index.ts'
import { cellReader, readCell, storeField } from './cell.ts'

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
    expect(readCell(parties, stored(value))).toEqual(value)
    expect(cellReader(parties, 2)([1, 1, ...stored(value)])).toEqual(value)
  })

  it('are nothing when there are none', () => {
    expect(stored([])).toEqual([null, null])
    expect(cellReader(parties, 2)([1, 1, null, null])).toBeNull()
  })
})
