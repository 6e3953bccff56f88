import { expect, it } from 'vitest'
import { fold } from './fold.ts'

it.each([
  ['Łódź', 'lodz'],
  ['ZAŻÓŁĆ  gęślą\njaźń', 'zazolc gesla jazn'],
  ['Straße Øre', 'strasse ore'],
  ['U/H/2026/0042', 'u/h/2026/0042'],
])('folds %s', (text, folded) => expect(fold(text)).toBe(folded))
