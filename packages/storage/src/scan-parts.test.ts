import { expect, it } from 'vitest'
import { partsOf } from './scan-parts.ts'

const [a, b] = ['UH202600000101', 'UH202600000198']
const pages = (...codes: string[][]) => codes.map((found, at) => ({ page: at + 1, codes: found }))
const seen = (...codes: string[][]) => partsOf(pages(...codes)).map(({ code, reason, pages: own }) => [code ?? reason, own.join(' ')])

it('gives a label its pages up to the next, blank backs with them', () =>
  expect(seen([a], [], [], [b], [])).toEqual([
    [a, '1 2 3'],
    [b, '4 5'],
  ]))
it('takes the only label wherever it sits', () => expect(seen([], [], [a])).toEqual([[a, '1 2 3']]))
it('goes on with a label that comes again', () =>
  expect(seen([a], [b], [a], [])).toEqual([
    [a, '1 3 4'],
    [b, '2'],
  ]))
it('does not guess whose the first pages are', () =>
  expect(seen([], [a], [b])).toEqual([
    ['no-label', '1'],
    [a, '2'],
    [b, '3'],
  ]))
it('does not guess between two labels, nor whose the pages after them are', () =>
  expect(seen([a], [a, b], [], [b])).toEqual([
    [a, '1'],
    ['two-labels', '2 3'],
    [b, '4'],
  ]))
it('leaves a file without a label whole', () => expect(seen([], [])).toEqual([['no-label', '1 2']]))
