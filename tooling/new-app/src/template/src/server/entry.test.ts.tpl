import directory from '@crm/directory/server'
import platform from '@crm/platform/server'
import storage from '@crm/storage/server'
import { type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import app from './index.ts'

let house: House

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, app])
})
afterAll(() => house.close())

it('keeps an entry with its number, and its history', async () => {
  const owner = await house.hire('clerk', 'all')
  const clerk = await house.signIn('clerk')
  const { data } = await clerk.mutate('__name__.entry.create', { values: { title: 'Pierwszy wpis', status: 'open', owner } })
  const { id } = data as { id: number }
  const { data: found } = await clerk.query('__name__.entry.get', { id })
  expect(found).toMatchObject({ row: { number: expect.stringMatching(/^__SERIES__\/\d{4}\/0001$/), title: 'Pierwszy wpis', version: 1 } })
  const { data: history } = await clerk.query('__name__.entry.history', { id })
  expect(history).toMatchObject([{ action: '__name__.entry.view' }, { action: '__name__.entry.create', actor: 'Test clerk' }])
})
