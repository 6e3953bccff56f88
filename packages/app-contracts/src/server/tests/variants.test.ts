import directory from '@crm/directory/server'
import { text } from '@crm/register'
import { defineServer } from '@crm/platform/server'
import platform from '@crm/platform/server'
import { defineModels } from '@crm/register/server'
import storage from '@crm/storage/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appFor } from '../../contracts.ts'
import { contractFields, contractSections } from '../../fields.ts'
import { defineVariant } from '../../variant.ts'
import { variants } from '../../variants.ts'
import { contractTable } from '../contract-table.ts'
import { migrations } from '../migrations.ts'
import { routerFor } from '../router.ts'

// A fourth variant: its declaration, its migration, its line.
const words = {
  title: 'Ubezpieczenia',
  one: 'Polisa',
  create: 'Dodaj polisę',
  empty: 'Nie ma jeszcze polis.',
  fields: { insurer: 'Ubezpieczyciel' },
  choices: { kind: { policy: 'Polisa' } },
}
const insuranceVariant = defineVariant({
  entity: 'insurance',
  series: 'U/U/{yyyy}/{nnnn}',
  fields: { ...contractFields('policy'), insurer: text(100) },
  sections: { ...contractSections, contract: ['number', 'kind', 'subject', 'insurer', 'parties', 'status'] },
  columns: ['number', 'insurer', 'subject', 'nextEndOn'],
  texts: { pl: words, en: { ...words, title: 'Insurance' } },
})
const migration = { name: '0004-insurance', statements: contractTable('contract_insurance', { own: { insurer: 'varchar(100) not null' } }) }
const list = { ...variants, insurance: insuranceVariant }

const app = appFor(list)
const server = defineServer({
  app,
  router: routerFor(list, app.rights),
  models(sequelize) {
    for (const { register } of Object.values(list)) defineModels(sequelize, register)
  },
  migrations: [...migrations, migration],
  help: new URL('../../../help/', import.meta.url),
})

let house: House
let clerk: Browser
let owner = 0
let party = 0

beforeAll(async () => {
  house = await openHouse([platform, storage, directory, server])
  house.setClock('2026-11-24T09:00:00Z')
  owner = await house.hire('clerk', 'all')
  clerk = await house.signIn('clerk')
  const { data } = await clerk.mutate('directory.party.create', { values: { name: 'Łąka Meble S.A.', nip: '9999999982' } })
  party = (data as { id: number }).id
})
afterAll(() => house.close())

const common = () => ({
  subject: 'Przedmiot',
  status: 'active',
  signedOn: '2026-01-02',
  startsOn: '2026-01-15',
  termKind: 'tacit',
  endsOn: '2026-10-14',
  renewalMonths: 12,
  noticeCount: 3,
  noticeUnit: 'monthEnd',
  currency: 'PLN',
  priceBasis: 'net',
  period: 'monthly',
  value: '1000.00',
  owner,
})

const own: Record<string, () => object> = {
  trade: () => ({ kind: 'services', direction: 'cost', parties: [party] }),
  property: () => ({
    kind: 'rent',
    side: 'tenant',
    parties: [party],
    object: 'Hala nr 2',
    area: '1250.50',
    rent: '18000.00',
    deposit: '36000.00',
    depositForm: 'bankGuarantee',
    indexation: 'consumerPrices',
    indexationMonth: 2,
    utilities: 'byMeters',
  }),
  staff: () => ({ kind: 'cooperation', person: 'Bolesława Przykładna', position: 'Graficzka', rate: '120.00', rateUnit: 'hour', workingTime: '0.5', hasNonCompete: true }),
  insurance: () => ({ kind: 'policy', parties: [party], insurer: 'Towarzystwo Próbne' }),
}

describe.each(Object.keys(list))('variant %s', (entity) => {
  it('numbers its contracts in a series of its own, computes their dates, finds, sorts and edits them', async () => {
    const given = { ...common(), ...own[entity]?.() }
    const { data, failure } = await clerk.mutate(`contracts.${entity}.create`, { values: given })
    expect(failure).toBeNull()
    const { id } = data as { id: number }
    const { row } = (await clerk.query(`contracts.${entity}.get`, { id })).data as { row: Record<string, unknown> }
    expect(row).toMatchObject({ nextEndOn: '2027-10-14', noticeDeadlineOn: '2027-06-30', decideByOn: '2027-06-23', valuePerYear: '12000.00' })
    expect(row.number).toMatch(new RegExp(`^U/${{ trade: 'H', property: 'N', staff: 'P', insurance: 'U' }[entity]}/2026/0001$`))
    for (const name of Object.keys(own[entity]?.() ?? {})) expect(row[name], name).not.toBeNull()
    const listed = await clerk.query(`contracts.${entity}.list`, { columns: ['number', 'nextEndOn'], search: 'przedmiot', sort: [{ field: 'decideByOn', dir: 'asc' }] })
    expect(listed.data).toMatchObject({ rows: [[id, 1, row.number, '2027-10-14']] })
    expect((await clerk.mutate(`contracts.${entity}.update`, { id, version: 1, values: { endsOn: '2028-10-14' } })).data).toEqual({ id, version: 2 })
  })

  it('refuses an end before the start at its field', async () => {
    const { failure } = await clerk.mutate(`contracts.${entity}.create`, { values: { ...common(), ...own[entity]?.(), endsOn: '2025-01-01' } })
    expect(failure).toMatchObject({ code: 'invalid', params: { issues: [{ path: 'endsOn', code: 'end-before-start' }] } })
  })
})

it('opens confidential variants with the highest level only', () => {
  const holds = (level: keyof typeof app.levels) => app.levels[level].some((id) => id.startsWith('contracts.staff.'))
  expect([holds('read'), holds('work'), holds('approve'), holds('manage')]).toEqual([false, false, false, true])
})
