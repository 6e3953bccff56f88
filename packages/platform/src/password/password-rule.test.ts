import { describe, expect, it } from 'vitest'
import { daysLeft, dueWarning, passwordEndsAt, spreadOf } from './password-age.ts'
import { isSimilar, longestPassword, passwordIssue } from './password-rule.ts'
import { strengthOf } from './password-strength.ts'

const facts = {
  minLength: 12,
  ownWords: ['anna.klosowska', 'Anna Kłosowska', 'Granit S.A.'],
  strengthOf: (password: string, words: readonly string[]) => strengthOf(password, words).score,
}

describe('a new password', () => {
  it.each([
    ['', 'required'],
    ['krótkie1!A', 'password-short'],
    ['żaba'.repeat(3), 'password-weak'],
    ['Umowa2026!Umowa2026!', 'password-weak'],
    ['FakturaFirma2026', 'password-weak'],
    ['zaq12wsxcde3', 'password-weak'],
    ['kochamcie123', 'password-weak'],
    ['AnnaKłosowska2026', 'password-weak'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'password-weak'],
    ['x'.repeat(longestPassword + 1), 'too-long'],
    ['zielony tramwaj gubi klucze', null],
    ['wqzx-7Vb2-mmTe', null],
    ['ŁÓDŹ płynie pod mostem o 5 rano', null],
    [`${'dobre hasło może być długie '.repeat(4)}!`, null],
  ])('%s: %s', (password, code) => expect(passwordIssue(password, facts)?.code ?? null).toBe(code))

  it('is refused when it is the current one with a little changed', () =>
    expect(passwordIssue('zielony tramwaj gubi kluczyki', { ...facts, current: 'zielony tramwaj gubi klucze' })?.code).toBe('password-similar'))

  it('is counted in its normal form: composed and decomposed letters are one', () => {
    expect(passwordIssue('ó'.normalize('NFD').repeat(6), { ...facts, strengthOf: () => 4 })?.code).toBe('password-short')
    expect(passwordIssue('ó'.normalize('NFD').repeat(12), { ...facts, strengthOf: () => 4 })).toBeNull()
  })
})

it.each([
  ['Lato2026!', 'Jesien2026!', true],
  ['Lato2026!', 'Jesień2027!', true],
  ['Haslo1', 'Haslo2', true],
  ['Zażółć gęślą jaźń', 'zazolc gesla jazn', true],
  ['drowssap nepo', 'open password', true],
  ['zielony tramwaj gubi klucze', 'stary rower znajduje okulary', false],
  ['wqzx-7Vb2-mmTe', 'LpO9_rrkD.41kx', false],
])('%s and %s are similar: %s', (left, right, isIt) => expect(isSimilar(left, right)).toBe(isIt))

describe('the age of a password', () => {
  const changedAt = '2026-11-24T10:00:00.000Z'
  it.each([
    [{ changedAt, maxAgeDays: 90, spreadDays: 0 }, '2027-02-22T10:00:00.000Z'],
    [{ changedAt, maxAgeDays: 90, spreadDays: 13 }, '2027-02-09T10:00:00.000Z'],
    [{ changedAt, maxAgeDays: 8, spreadDays: 13 }, '2026-11-30T10:00:00.000Z'],
    [{ changedAt, maxAgeDays: 0, spreadDays: 0 }, null],
    [{ changedAt: null, maxAgeDays: 90, spreadDays: 0 }, null],
  ])('%o ends %s', (age, endsAt) => expect(passwordEndsAt(age)).toBe(endsAt))

  it.each([
    [15, null, null],
    [14, null, 14],
    [13, 14, null],
    [7, 14, 7],
    [2, 7, 3],
    [2, 3, null],
    [1, 3, 1],
    [0, 3, null],
    [5, null, 7],
  ])('with %i days left, warned at %s, the warning is %s', (left, warned, due) => expect(dueWarning(left, warned)).toBe(due))

  it('counts the last day as one', () =>
    expect([daysLeft('2026-11-25T10:00:00Z', '2026-11-25T09:59:59Z'), daysLeft('2026-11-25T10:00:00Z', '2026-11-25T10:00:00Z')]).toEqual([1, 0]))
  it('spreads fifty accounts over two weeks', () => expect(new Set(Array.from({ length: 50 }, (_, id) => spreadOf(id))).size).toBe(14))
})
