import { expect, it } from 'vitest'
import { sameName } from './same-name.ts'

it.each([
  ['Granit Sp. z o.o.', 'GRANIT SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ'],
  ['Żubr S.A.', 'ZUBR SPÓŁKA AKCYJNA'],
  ['Młyn sp. z o.o. sp.k.', 'Mlyn Spółka z ograniczoną odpowiedzialnością spółka komandytowa'],
  ['"Sowa" – Druk s.c.', 'Sowa Druk'],
])('%s and %s are one name', (one, other) => expect(sameName(one)).toBe(sameName(other)))

it.each([
  ['Granit Transport', 'Granit'],
  ['Osa', 'Os S.A.'],
  ['Sp. z o.o.', 'S.A.'],
])('%s and %s are two', (one, other) => expect(sameName(one)).not.toBe(sameName(other)))
