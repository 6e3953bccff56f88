import { describe, expect, it } from 'vitest'
import { choice, code, day, type Field, integer, money, moment, reference, references, tags, yesNo } from './field.ts'
import { type CellWords, cellValue, namesIn } from './import-cell.ts'
import { proposedColumns } from './import-heads.ts'
import { defineRegister } from './register.ts'

const words: CellWords = { day: (cell) => cell.replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, '$3-$2-$1'), choice: (_name, folded) => ({ uslugi: 'services' })[folded] }
const read = (field: Field, text: string) => {
  const found = cellValue('x', { field, text, words })
  return 'issue' in found ? found.issue.code : found.value
}

describe('a cell of a sheet', () => {
  it.each([
    [money(), '1 500,50', '1500.50'],
    [money(), '1.234.567,8', '1234567.80'],
    [money(), '1500.1000000000001', '1500.10'],
    [money({ currency: 'currency' }), '12,00 zł', '12.00'],
    [money(), '12 EUR', 'other-currency'],
    [money(), '1,234', 'not-money'],
    [money(), 'sto', 'not-money'],
    [integer(), '1 200', 1200],
    [integer(), '12.0', 12],
    [integer(), '1,5', 'not-a-number'],
    [code(10), '5.250001234E9', '5250001234'],
    [code(10), '525-000-12-34', '5250001234'],
    [code(20), 'A - 1', 'A - 1'],
    [day(), '24.11.2026', '2026-11-24'],
    [day(), 'jutro', 'jutro'],
    [choice('services'), ' Usługi', 'services'],
    [choice('services'), 'services', 'services'],
    [choice('services'), 'inne', 'not-a-choice'],
    [yesNo(), 'TAK', true],
    [yesNo(), 'może', 'not-a-choice'],
    [tags(), 'pilne; ważne, pilne', ['pilne', 'ważne']],
    [moment(), '24.11.2026 10:30', '2026-11-24T09:30:00.000Z'],
    [moment(), '2026-07-01 10:30', '2026-07-01T08:30:00.000Z'],
    [moment(), '29.03.2026 12:00', '2026-03-29T10:00:00.000Z'],
    [moment(), 'rano', 'not-a-moment'],
    [money(), '  ', null],
  ] as const)('%o reads %s as %s', (field, text, value) => expect(read(field, text)).toEqual(value))
})

it('finds the names in a cell whole, then in parts', () => {
  expect(namesIn(references('x'), 'A; B, C')).toEqual([['A; B, C'], ['A', 'B, C'], ['A', 'B', 'C']])
  expect(namesIn(reference('x'), 'A; B')).toEqual([['A; B']])
})

it('proposes columns by what fields are called, none twice and no computed one', () => {
  const register = defineRegister({
    id: 'a.b',
    table: 'a_b',
    fields: { title: code(20), value: money(), total: { ...money(), presence: 'computed' } },
    sections: {},
    list: { columns: ['title'], sort: { field: 'title', dir: 'asc' }, title: 'title' },
  })
  const names: Record<string, string[]> = { title: ['Tytuł', 'Title'], value: ['Wartość'], total: ['Suma'] }
  expect(proposedColumns(register, { heads: ['TYTUL*', 'Wartość (PLN)', 'value', 'Suma', 'Cokolwiek', ''], namesOf: (field) => names[field] ?? [] })).toEqual([
    'title',
    'value',
    null,
    null,
    null,
    null,
  ])
})
