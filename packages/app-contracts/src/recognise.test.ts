import { describe, expect, it } from 'vitest'
import { recognise } from './recognise.ts'

const said = (text: string) => recognise(text).map(({ kind, value, field }) => [kind, value, field])

describe('a text of a contract', () => {
  it('says its parties, days, value and account', () => {
    const text = `UMOWA nr 7 zawarta w dniu 3 stycznia 2026 r. w Łodzi pomiędzy Łąka Meble S.A., NIP: 526-104-08-28, REGON 192598184,
      a firmą Buk sp. z o.o., NIP PL 5261040828. Umowa obowiązuje od dnia 15.01.2026 do dnia 14.01.2027.
      Wynagrodzenie miesięczne wynosi 12 500,50 zł netto, kaucja 3.000,- zł. Rachunek: 61 1090 1014 0000 0712 1981 2874.`
    expect(said(text)).toEqual([
      ['day', '2026-01-03', 'signedOn'],
      ['nip', '5261040828', 'parties'],
      ['regon', '192598184', 'parties'],
      ['nip', '5261040828', 'parties'],
      ['day', '2026-01-15', 'startsOn'],
      ['day', '2027-01-14', 'endsOn'],
      ['money', '12500.50 PLN', 'value'],
      ['money', '3000.00 PLN', 'value'],
      ['account', 'PL61109010140000071219812874', null],
    ])
  })

  it.each([
    ['NIP: 526-104-08-29', []],
    ['tel. 5261040828', []],
    ['REGON: 192598183', []],
    ['rachunek 61 1090 1014 0000 0712 1981 2875', []],
    ['dnia 31.02.2026', []],
    ['§ 12.13.2026', []],
    ['wersja 1.2.2026', [['day', '2026-02-01', null]]],
    ['podpisano 2026-03-01', [['day', '2026-03-01', 'signedOn']]],
    ['1 MARCA 2026', [['day', '2026-03-01', null]]],
    ['kara 100 EUR', [['money', '100.00 EUR', null]]],
    ['cena 1 234 567,89 złotych', [['money', '1234567.89 PLN', 'value']]],
    ['100 złotówek', []],
    ['', []],
  ])('%j says %j', (text, answer) => expect(said(text)).toEqual(answer))

  it('is pointed at where it stands', () => {
    const text = 'Zawarta w dniu 03.01.2026 r.'
    const [day] = recognise(text)
    expect(text.slice(day?.from, day?.to)).toBe('03.01.2026')
  })
})
