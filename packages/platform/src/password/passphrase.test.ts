import { expect, it } from 'vitest'
import { passphraseWords } from './passphrase-words.ts'
import { passphrase } from './passphrase.ts'
import { strengthOf } from './password-strength.ts'

// How it is drawn does not matter to what comes of it.
const anyBelow = (limit: number) => Math.floor(Math.random() * limit)

it('has each word once, in small Polish letters', () => {
  expect(new Set(passphraseWords).size).toBe(passphraseWords.length)
  expect(passphraseWords.length).toBeGreaterThan(700)
  expect(passphraseWords.filter((word) => !/^[a-ząćęłńóśźż]{2,11}$/.test(word))).toEqual([])
})

it('is five different words, long and strong enough for the rule at its strictest, two hundred times in a row', () => {
  for (let time = 0; time < 200; time += 1) {
    const proposed = passphrase(anyBelow)
    expect(new Set(proposed.split(' ')).size).toBe(5)
    expect(proposed.length).toBeGreaterThanOrEqual(15)
    expect([proposed, strengthOf(proposed, []).score]).toEqual([proposed, 4])
  }
})

it('takes more words where the rule asks for more signs', () => {
  expect(passphrase(anyBelow, { minLength: 64 }).length).toBeGreaterThanOrEqual(64)
})
