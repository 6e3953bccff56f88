import { expect, it } from 'vitest'
import { addMoney, isMoney, moneyOf, timesMoney } from './money.ts'

it.each([
  ['1 500,5', '1500.50'],
  ['1500', '1500.00'],
  ['-0,01', '-0.01'],
  ['1,234', null],
  ['abc', null],
  ['', null],
])('reads %j as %j', (typed, amount) => expect(moneyOf(typed)).toBe(amount))

it('adds and multiplies without losing a grosz', () => {
  expect(addMoney('0.10', '0.20')).toBe('0.30')
  expect(addMoney('-0.30', '0.20')).toBe('-0.10')
  expect(timesMoney('9999999999999.99', 12)).toBe('119999999999999.88')
})

it('takes exactly two decimals for money', () => {
  expect(isMoney('12.30')).toBe(true)
  expect(isMoney('12.3')).toBe(false)
})
