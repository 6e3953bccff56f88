import { expect, it } from 'vitest'
import { asTree, within } from './paper.ts'

const places = [
  { id: 1, code: 'Szafa 10', withinId: null },
  { id: 2, code: 'Szafa 2', withinId: null },
  { id: 3, code: 'Półka 2/1', withinId: 2 },
  { id: 4, code: 'Segregator 7', withinId: 3 },
  { id: 5, code: 'Bez szafy', withinId: 99 },
]

it('counts what is inside a place with it', () => {
  expect(within(places, 2)).toEqual(['Szafa 2', 'Półka 2/1', 'Segregator 7'])
  expect(within(places, 1)).toEqual(['Szafa 10'])
  expect(within(places, 77)).toEqual([])
})

it('writes places as a tree, numbers as people order them, and loses none', () => {
  expect(asTree(places).map(({ place, depth }) => `${'-'.repeat(depth)}${place.code}`)).toEqual(['Bez szafy', 'Szafa 2', '-Półka 2/1', '--Segregator 7', 'Szafa 10'])
})
