import { addDays, addMonths, money } from '@crm/platform'
import type { ValuesOf } from '@crm/register'
import type { staffVariant } from '../../staff.ts'
import { openDice } from './dice.ts'
import type { Cast } from './sample-contracts.ts'

type Values = ValuesOf<typeof staffVariant.register.fields>

const firstNames = ['Bolesława', 'Dobrosław', 'Jagoda', 'Kornel', 'Ludmiła', 'Mirosława', 'Sędzimir', 'Wiesława', 'Zdzisław', 'Żaneta']
const lastNames = ['Przykładna', 'Próba', 'Zmyślona', 'Niebyła', 'Testowicz', 'Wzorek', 'Źrebiec', 'Ćwiek', 'Śliwa', 'Łabędź']
const positions = ['Magazynier', 'Specjalistka do spraw sprzedaży', 'Księgowa', 'Kierowca', 'Grafik', 'Programistka', 'Kierownik zmiany', 'Serwisant']

/** Made-up contracts with made-up people. */
export function* sampleStaff(cast: Cast, count: number): Generator<Values> {
  const dice = openDice(20_261_124)
  for (let index = 0; index < count; index += 1) {
    const kind = dice.pick(['employment', 'employment', 'employment', 'mandate', 'cooperation', 'internship'] as const)
    const startsOn = addDays(cast.today, -dice.roll(2_000) + 20)
    const termKind = kind === 'employment' && dice.roll(3) > 0 ? 'open' : 'fixed'
    const position = dice.pick(positions)
    yield {
      kind,
      person: `${dice.pick(firstNames)} ${dice.pick(lastNames)}`,
      position,
      subject: { employment: 'Umowa o pracę', mandate: 'Umowa zlecenia', cooperation: 'Współpraca', internship: 'Staż' }[kind],
      parties: kind === 'cooperation' ? [dice.pick(cast.parties)] : null,
      status: startsOn > cast.today ? 'draft' : 'active',
      signedOn: addDays(startsOn, -dice.roll(20)),
      startsOn,
      termKind,
      endsOn: termKind === 'open' ? null : addDays(addMonths(startsOn, dice.pick([12, 24, 36])), -1),
      noticeCount: kind === 'employment' ? dice.pick([1, 3]) : 14,
      noticeUnit: kind === 'employment' ? 'monthEnd' : 'days',
      value: null,
      currency: 'PLN',
      priceBasis: kind === 'cooperation' ? 'net' : 'gross',
      period: 'monthly',
      owner: dice.pick(cast.owners),
      department: dice.pick(cast.departments),
      storagePlace: 'Kadry, szafa 1',
      workingTime: kind === 'employment' ? dice.pick(['1.000', '0.500', '0.750']) : null,
      rate: money(BigInt(kind === 'cooperation' || kind === 'mandate' ? 4_000 + dice.roll(16_000) : 480_000 + dice.roll(900_000))),
      rateUnit: kind === 'cooperation' || kind === 'mandate' ? 'hour' : 'month',
      hasNonCompete: dice.roll(5) === 0,
    }
  }
}
