import { addDays, addMonths, type Day, money } from '@crm/platform'
import type { ValuesOf } from '@crm/register'
import type { trade } from '../../trade.ts'
import { type Dice, openDice } from './dice.ts'

type Values = ValuesOf<typeof trade.fields>

/** Who and what the made-up contracts may name, by id. */
export interface Cast {
  readonly parties: readonly number[]
  readonly owners: readonly number[]
  readonly departments: readonly number[]
  readonly today: Day
}

const subjects = {
  supply: ['Dostawa artykułów biurowych', 'Dostawa palet i opakowań', 'Dostawa energii elektrycznej', 'Dostawa wody źródlanej', 'Dostawa części zamiennych do wózków'],
  services: ['Usługi sprzątania biur', 'Ochrona obiektu', 'Serwis klimatyzacji', 'Obsługa informatyczna', 'Transport krajowy', 'Przegląd i konserwacja dźwigów', 'Wywóz odpadów'],
  framework: ['Ramowa umowa współpracy', 'Ramowa umowa dostaw', 'Ramowa umowa na usługi drukarskie'],
  commission: ['Przygotowanie projektu graficznego', 'Ekspertyza techniczna', 'Tłumaczenie dokumentacji'],
  licence: ['Licencja na program księgowy', 'Licencja na system magazynowy', 'Licencja na zdjęcia'],
  confidentiality: ['Zachowanie poufności – rozmowy handlowe', 'Zachowanie poufności – wdrożenie'],
  other: ['Najem ekspresów do kawy', 'Użyczenie regałów', 'Współpraca szkoleniowa'],
} as const

const places = ['Segregator', 'Szafa pancerna, półka', 'Archiwum, karton']
const words = ['pilne', 'wieloletnia', 'do przeglądu', 'kluczowa', 'z zabezpieczeniem', 'przetarg']
const notes = [
  'Aneksy uzgadnia dział handlowy.',
  'Rozliczenie według protokołów odbioru.',
  'Cena waloryzowana w styczniu wskaźnikiem GUS.',
  'Kontakt w sprawach bieżących: opiekun klienta.',
]

/** A seeded generator: the same contracts for samples, tests and benchmarks alike. */
export function* sampleContracts(cast: Cast, { count, seed = 20_261_122 }: { count: number; seed?: number }): Generator<Values> {
  const dice = openDice(seed)
  for (let index = 0; index < count; index += 1) yield sampleContract(dice, cast)
}

function sampleContract(dice: Dice, cast: Cast): Values {
  const kind = dice.pick(['services', 'services', 'services', 'supply', 'supply', 'framework', 'commission', 'licence', 'confidentiality', 'other'] as const)
  const signedOn = addDays(cast.today, -dice.roll(2_200) + 20)
  const startsOn = addDays(signedOn, dice.roll(30))
  const termKind = kind === 'confidentiality' ? 'fixed' : dice.pick(['fixed', 'fixed', 'open', 'tacit', 'tacit', 'express'] as const)
  const months = dice.pick([6, 12, 12, 24, 36, 60])
  const endsOn = termKind === 'open' ? null : addDays(addMonths(startsOn, months), -1)
  const isOver = endsOn !== null && endsOn < cast.today && termKind !== 'tacit'
  const first = dice.pick(cast.parties)
  const second = dice.roll(8) === 0 ? dice.pick(cast.parties) : first
  const hasNotice = dice.roll(10) > 0 && kind !== 'commission'
  return {
    kind,
    direction: dice.roll(3) === 0 ? 'revenue' : 'cost',
    subject: `${dice.pick(subjects[kind])}${dice.roll(4) === 0 ? ` – ${dice.pick(['oddział Łódź', 'hala nr 2', 'magazyn Zgierz', 'siedziba firmy'])}` : ''}`,
    parties: [...new Set([first, second])],
    status: isOver ? 'ended' : signedOn > cast.today ? 'draft' : dice.roll(14) === 0 ? 'terminating' : 'active',
    signedOn,
    startsOn,
    termKind,
    endsOn,
    renewalMonths: termKind === 'tacit' || termKind === 'express' ? dice.pick([12, 12, 6, 24]) : null,
    renewalCount: termKind === 'tacit' && dice.roll(3) === 0 ? 1 + dice.roll(6) : null,
    noticeCount: hasNotice ? dice.pick([1, 1, 2, 3]) : null,
    noticeUnit: hasNotice ? dice.pick(['months', 'months', 'monthEnd', 'quarterEnd'] as const) : null,
    value: kind === 'confidentiality' ? null : money(BigInt((1 + dice.roll(900)) * dice.pick([1_000, 5_000, 25_000, 100_000]) + dice.roll(2) * 50)),
    currency: dice.pick(['PLN', 'PLN', 'PLN', 'PLN', 'PLN', 'PLN', 'EUR', 'USD'] as const),
    priceBasis: dice.roll(5) === 0 ? 'gross' : 'net',
    period: dice.pick(['monthly', 'monthly', 'quarterly', 'yearly', 'oneOff'] as const),
    paymentDays: dice.pick([7, 14, 14, 21, 30, 30, 60]),
    owner: dice.pick(cast.owners),
    department: dice.roll(10) === 0 ? null : dice.pick(cast.departments),
    costCentre: `${100 + dice.roll(8) * 10}-${10 + dice.roll(40)}`,
    storagePlace: `${dice.pick(places)} ${1 + dice.roll(60)}`,
    tags: dice.roll(3) === 0 ? [...new Set([dice.pick(words), dice.pick(words)])] : null,
    notes: dice.roll(4) === 0 ? dice.pick(notes) : null,
  }
}
