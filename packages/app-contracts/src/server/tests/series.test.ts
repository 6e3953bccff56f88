import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import contracts from '../index.ts'
import { usualContract } from './usual-contract.ts'

let house: House
let chief: Browser
let chiefId = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, contracts])
  house.setClock('2026-11-24T09:00:00Z')
  chiefId = await house.hire('chief', 'all')
  chief = await house.signIn('chief')
  await chief.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.' } })
})
afterAll(() => house.close())

it('gives fifty writers at once a number each, without a gap, and nobody hears of a deadlock', async () => {
  const values = { ...usualContract, owner: chiefId }
  // Every seventh fails after its number was taken: its number must go to somebody else.
  const spoilt = { ...values, parties: [999] }
  const answers = await Promise.all(Array.from({ length: 58 }, (_writer, at) => chief.mutate('contracts.trade.create', { values: at % 7 === 3 ? spoilt : values })))
  expect(answers.filter(({ failure }) => failure !== null).map(({ failure }) => failure?.code)).toEqual(Array.from({ length: 8 }, () => 'invalid'))
  const numbers = (await house.rows('select number from contract_trade order by number')).map(([number]) => String(number))
  expect(numbers).toEqual(Array.from({ length: 50 }, (_number, at) => `U/H/2026/${String(at + 1).padStart(4, '0')}`))
})

it('gives fifty printers at once a label each, and one label to one contract', async () => {
  const ids = (await house.rows('select id from contract_trade order by id')).map(([id]) => Number(id))
  const answers = await Promise.all(ids.map((id) => chief.mutate('contracts.trade.labels.print', { ids: [id, ids[0] ?? 0] })))
  expect(answers.map(({ failure }) => failure).filter((failure) => failure !== null)).toEqual([])
  const codes = (await house.rows('select code from storage_label order by code')).map(([code]) => String(code).slice(0, 12))
  expect(codes).toEqual(Array.from({ length: 50 }, (_code, at) => `UH2026${String(at + 1).padStart(6, '0')}`))
})
