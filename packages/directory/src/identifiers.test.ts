import { describe, expect, it } from 'vitest'
import { isAccount, isEuVat, isKrs, isRegon, plainAccount } from './identifiers.ts'

describe('a REGON', () => {
  it.each(['610188201', '010001345', '000331501', '095895365', '364760520', '192598184', '123456785', '545772924', '12345678512347', '23511332857188'])('is %s', (text) =>
    expect(isRegon(text)).toBe(true),
  )
  it.each(['192598183', '12345678612342', '12345678512346', '12345678', '1234567851234', '', 'abcdefghi'])('is not %s', (text) => expect(isRegon(text)).toBe(false))
})

describe('an account', () => {
  it.each([
    '06160011271843983820000034',
    '61 1090 1014 0000 0712 1981 2874',
    'PL61109010140000071219812874',
    '27114020040000300201355387',
    '90249000050247256316596736',
    'DE89 3704 0044 0532 0130 00',
    'gb82-west-1234-5698-7654-32',
  ])('is %s', (text) => expect(isAccount(text)).toBe(true))
  it.each(['61109010140000071219812875', 'PL6110901014000007121981287', 'DE89370400440532013001', '123', ''])('is not %s', (text) => expect(isAccount(text)).toBe(false))
  it('is written one way', () => expect(plainAccount(' 61 1090 1014 0000 0712 1981 2874 ')).toBe('PL61109010140000071219812874'))
  it('does not survive one wrong digit', () => {
    const account = '61109010140000071219812874'
    for (let at = 0; at < account.length; at += 1) expect(isAccount(account.slice(0, at) + ((Number(account[at]) + 1) % 10) + account.slice(at + 1))).toBe(false)
  })
})

it.each(['DE123456789', 'PL 526-104-08-28', 'ATU12345678', 'EL123456789', 'NL123456789B01'])('takes the European %s', (text) => expect(isEuVat(text)).toBe(true))
it.each(['PL5261040829', 'US123456789', 'DE', '', 'GB123456789'])('refuses the European %s', (text) => expect(isEuVat(text)).toBe(false))
it.each([
  ['0000012345', true],
  ['12345', false],
  ['0000000000', false],
])('a KRS %s: %s', (text, is) => expect(isKrs(text)).toBe(is))
