import { describe, expect, it } from 'vitest'
import { excerptOf, textWords } from './excerpt.ts'

it.each([
  ['Kara umowna', ['kara', 'umowna']],
  ['U/H/2026/0042', ['2026', '0042']],
  ['że w', []],
  ['ŁÓDŹ łódź', ['lodz']],
  ['+"*" (zakaz)', ['zakaz']],
])('the words of %s', (search, words) => expect(textWords(search)).toEqual(words))

describe('an excerpt', () => {
  it('shows the word as it is written, whatever the marks', () => {
    expect(excerptOf('Sprzedawca z Łodzi dostarczy towar.', ['lodzi'])).toEqual({ page: 1, before: 'Sprzedawca z ', match: 'Łodzi', after: ' dostarczy towar.' })
  })
  it('is of the first page that has all the words', () => {
    expect(excerptOf('kara\fodsetki\fkara i odsetki', ['kara', 'odsetki'])).toMatchObject({ page: 3, match: 'kara' })
  })
  it('is of the first page with any of them when no page has all', () => expect(excerptOf('nic\fodsetki\fkara', ['kara', 'odsetki'])).toMatchObject({ page: 2 }))
  it('is cut at words', () => {
    const text = `${'słowo '.repeat(40)}kara ${'dalej '.repeat(40)}`
    const found = excerptOf(text, ['kara'])
    expect(found?.before).toMatch(/^… (słowo )+$/)
    expect(found?.after).toMatch(/^( dalej)+ …$/)
  })
  it('is none where no word begins so', () => expect(excerptOf('przekara', ['kara'])).toBeNull())
})
