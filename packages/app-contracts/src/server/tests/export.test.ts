import directory from '@crm/directory/server'
import platform, { readSheet } from '@crm/platform/server'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

let house: House
let clerk: Browser
let owner = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, register, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  owner = await house.hire('clerk', 'all')
  clerk = await house.signIn('clerk')
  await clerk.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
  for (const [subject, value] of [
    ['=HYPERLINK("http://x";"y")', '1200.50'],
    ['Serwis; dźwigów', '99.00'],
    ['Zwykła', null],
  ])
    expect((await clerk.mutate('contracts.trade.create', { values: contract({ subject, value }) })).failure).toBeNull()
})
afterAll(() => house.close())

const contract = (given: object) => ({ ...usualContract, owner, ...given })

const take = (format: string, question: object, { browser = clerk, language = 'pl' } = {}) =>
  house.http.inject({ url: '/files/contracts.trade/export', query: { format, language, question: JSON.stringify(question) }, headers: { cookie: browser.cookie() } })

const lastEntry = async () => (await house.rows('select action, note, outcome from platform_journal order by id desc limit 1'))[0]

describe('an export', () => {
  it('to CSV has the columns, the order and the words of the list, and no formula', async () => {
    const { payload, headers } = await take('csv', { columns: ['subject', 'value', 'status', 'signedOn', 'parties'], sort: [{ field: 'value', dir: 'desc' }] })
    expect(payload.replace('\ufeff', '').split('\r\n')).toEqual([
      'Przedmiot;Wartość;Waluta;Stan;Podpisana;Strony',
      `"'=HYPERLINK(""http://x"";""y"")";1200,50;PLN;Obowiązuje;2026-01-02;Łąka Meble S.A.`,
      '"Serwis; dźwigów";99,00;PLN;Obowiązuje;2026-01-02;Łąka Meble S.A.',
      'Zwykła;;PLN;Obowiązuje;2026-01-02;Łąka Meble S.A.',
      '',
    ])
    expect(headers['content-disposition']).toContain('contracts-trade-2026-11-24.csv')
  })

  it('to XLSX has real numbers and dates, and says which filter it is of', async () => {
    const filter = {
      any: [
        { field: 'subject', op: 'equals', value: 'Zwykła' },
        {
          all: [
            { field: 'value', op: 'atLeast', value: '1000' },
            { field: 'owner', op: 'oneOf', value: [owner] },
          ],
        },
      ],
    }
    const { rawPayload } = await take('xlsx', { columns: ['signedOn', 'value', 'subject'], filter, sort: [{ field: 'subject', dir: 'asc' }] })
    expect((await readSheet(rawPayload)).rows).toEqual([
      ['Podpisana', 'Wartość', 'Waluta', 'Przedmiot'],
      ['46024', '1200.50', 'PLN', '=HYPERLINK("http://x";"y")'],
      ['46024', '', 'PLN', 'Zwykła'],
    ])
    expect(await lastEntry()).toEqual([
      'contracts.trade.export',
      expect.stringContaining('xlsx: 2; Rejestr: Umowy handlowe; Filtr: Przedmiot równa się Zwykła lub (Wartość co najmniej 1000 i Opiekun jest jednym z Test clerk)'),
      'done',
    ])
  })

  it('of more than one page holds every row once, in order', async () => {
    const columns = (
      await house.rows(
        "select column_name from information_schema.columns where table_schema = database() and table_name = 'contract_trade' and column_name not in ('id', 'number')",
      )
    )
      .map(([name]) => name)
      .join(', ')
    const copy = `insert into contract_trade (${columns}, number) select ${columns}, concat('X', uuid_short()) from contract_trade`
    for (let round = 0; round < 11; round += 1) await house.rows(copy)
    const { payload } = await take('csv', { columns: ['number'], sort: [{ field: 'number', dir: 'asc' }] })
    const numbers = payload.trim().split('\r\n').slice(1)
    expect(numbers).toHaveLength(3 * 2 ** 11)
    expect(numbers).toEqual((await house.rows('select number from contract_trade order by number')).map(([number]) => number))
    expect(String((await lastEntry())?.[1])).toMatch(/^csv: 6144;/)
  })

  it('is refused without its right, for a column that is not there, and for what is no question', async () => {
    await house.hire('reader', ['contracts.trade.view'])
    const reader = await house.signIn('reader')
    expect((await take('csv', { columns: ['subject'] }, { browser: reader })).statusCode).toBe(403)
    expect(await lastEntry()).toEqual(['contracts.trade.export', 'no-right', 'denied'])
    for (const question of [{ columns: ['password'] }, { columns: [], filter: { all: [{ field: 'x', op: 'is' }] } }, { sql: 1 }])
      expect((await take('csv', question)).statusCode).toBe(400)
  })
})
