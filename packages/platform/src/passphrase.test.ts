import { expect, it } from 'vitest'
import { passphraseWords } from './passphrase-words.ts'
import { passphrase, randomBelow } from './passphrase.ts'
import { strengthOf } from './password-strength.ts'

it('has each word once, in small Polish letters', () => {
  expect(new Set(passphraseWords).size).toBe(passphraseWords.length)
  expect(passphraseWords.length).toBeGreaterThan(700)
  expect(passphraseWords.filter((word) => !/^[a-ząćęłńóśźż]{2,11}$/.test(word))).toEqual([])
})

it('is five different words, long and strong enough for the rule at its strictest, two hundred times in a row', () => {
  for (let time = 0; time < 200; time += 1) {
    const proposed = passphrase(randomBelow)
    expect(new Set(proposed.split(' ')).size).toBe(5)
    expect(proposed.length).toBeGreaterThanOrEqual(15)
    expect([proposed, strengthOf(proposed, []).score]).toEqual([proposed, 4])
  }
})

it('takes more words where the rule asks for more signs', () => {
  expect(passphrase(randomBelow, { minLength: 64 }).length).toBeGreaterThanOrEqual(64)
})

it('draws every number below the limit and none beyond it', () => {
  const drawn = new Set(Array.from({ length: 2_000 }, () => randomBelow(7)))
  expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
})
