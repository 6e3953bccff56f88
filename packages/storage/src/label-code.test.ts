import { describe, expect, it } from 'vitest'
import { labelCode, readLabel, spokenLabel } from './label-code.ts'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** Numbers that look random and are the same in every run. */
const dice = (() => {
  let state = 42
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
})()
const any = () => ({ series: `${letters[dice(26)]}${letters[dice(26)]}`, year: 2000 + dice(100), serial: 1 + dice(999_999) })
const codes = Array.from({ length: 300 }, () => labelCode(any()))

describe('the code of a label', () => {
  it('is read back, also as a hand types it', () => {
    for (const code of codes) {
      expect(code).toMatch(/^[A-Z]{2}\d{12}$/)
      expect([readLabel(code), readLabel(` ${spokenLabel(code).toLowerCase()} `)]).toEqual([code, code])
    }
    expect(spokenLabel(labelCode({ series: 'UH', year: 2026, serial: 42 }))).toMatch(/^UH 2026 000 042 \d\d$/)
  })

  it('does not survive one wrong sign anywhere', () => {
    for (const code of codes.slice(0, 60)) {
      for (let at = 0; at < code.length; at += 1) {
        for (const sign of at < 2 ? letters : [...'0123456789']) {
          if (sign === code[at]) continue
          expect([code, at, sign, readLabel(code.slice(0, at) + sign + code.slice(at + 1))]).toEqual([code, at, sign, null])
        }
      }
    }
  })

  it('does not survive two neighbours that changed places', () => {
    for (const code of codes) {
      for (let at = 0; at + 1 < code.length; at += 1) {
        if (code[at] === code[at + 1]) continue
        expect([code, at, readLabel(`${code.slice(0, at)}${code[at + 1]}${code[at]}${code.slice(at + 2)}`)]).toEqual([code, at, null])
      }
    }
  })

  it.each(['', '5901234123457', 'https://firma.pl', 'UH20260000421', 'UH2026000042170', 'RU202603030916'])('is not %s', (text) => expect(readLabel(text)).toBeNull())

  it('is not made of what does not fit', () => {
    expect(() => labelCode({ series: 'U', year: 2026, serial: 1 })).toThrow()
    expect(() => labelCode({ series: 'UH', year: 2026, serial: 1_000_000 })).toThrow()
  })
})
