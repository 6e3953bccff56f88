import { addDays, addMonths, money } from '@crm/platform'
import type { ValuesOf } from '@crm/register'
import type { propertyVariant } from '../../property.ts'
import { openDice } from './dice.ts'
import type { Cast } from './sample-contracts.ts'

type Values = ValuesOf<typeof propertyVariant.register.fields>

const objects = [
  ['Biuro, II piętro', 'ul. Zmyślona 4, 90-001 Łódź'],
  ['Hala magazynowa nr 2', 'ul. Przykładowa 17, 95-100 Zgierz'],
  ['Plac składowy', 'ul. Boczna 3, 95-200 Pabianice'],
  ['Lokal usługowy', 'Rynek Próbny 9, 97-300 Piotrków Trybunalski'],
  ['Garaż i miejsca postojowe', 'ul. Zmyślona 4, 90-001 Łódź'],
  ['Działka pod reklamę', 'ul. Wylotowa 120, 95-050 Konstantynów'],
] as const

/** Made-up contracts on offices, halls and land. */
export function* sampleProperty(cast: Cast, count: number): Generator<Values> {
  const dice = openDice(20_261_123)
  for (let index = 0; index < count; index += 1) {
    const [object, address] = dice.pick(objects)
    const kind = dice.pick(['rent', 'rent', 'rent', 'lease', 'sublet', 'utilities', 'maintenance', 'loanForUse'] as const)
    const startsOn = addDays(cast.today, -dice.roll(1_800) + 30)
    const termKind = dice.pick(['fixed', 'tacit', 'open'] as const)
    const rent = kind === 'loanForUse' ? null : (20 + dice.roll(300)) * 100
    yield {
      kind,
      side: dice.roll(4) === 0 ? 'landlord' : 'tenant',
      subject: `${{ rent: 'Najem', lease: 'Dzierżawa', sublet: 'Podnajem', utilities: 'Dostawa mediów', maintenance: 'Utrzymanie', loanForUse: 'Użyczenie' }[kind]} – ${object.toLowerCase()}`,
      parties: [dice.pick(cast.parties)],
      status: startsOn > cast.today ? 'draft' : 'active',
      signedOn: addDays(startsOn, -dice.roll(40)),
      startsOn,
      termKind,
      endsOn: termKind === 'open' ? null : addDays(addMonths(startsOn, dice.pick([24, 36, 60, 120])), -1),
      renewalMonths: termKind === 'tacit' ? 12 : null,
      noticeCount: dice.pick([3, 3, 6]),
      noticeUnit: dice.pick(['monthEnd', 'quarterEnd', 'months'] as const),
      value: rent === null ? null : money(BigInt(rent * 100)),
      currency: 'PLN',
      priceBasis: 'net',
      period: 'monthly',
      paymentDays: 14,
      owner: dice.pick(cast.owners),
      department: dice.pick(cast.departments),
      storagePlace: `Szafa pancerna, półka ${1 + dice.roll(8)}`,
      object,
      address,
      area: `${40 + dice.roll(2_000)}.50`,
      rent: rent === null ? null : money(BigInt(rent * 100)),
      deposit: rent === null ? null : money(BigInt(rent * 200)),
      depositForm: rent === null ? 'none' : dice.pick(['cash', 'bankGuarantee', 'insurance'] as const),
      indexation: dice.pick(['consumerPrices', 'consumerPrices', 'harmonisedPrices', 'none'] as const),
      indexationMonth: 1 + dice.roll(3),
      utilities: dice.pick(['byMeters', 'inRent', 'flatRate', 'ownContracts'] as const),
    }
  }
}
