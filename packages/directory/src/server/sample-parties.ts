import { checkDigit } from '../tax-number.ts'

const words = ['Polna', 'Bursztyn', 'Wisłok', 'Żubr', 'Dąbrowa', 'Świt', 'Łąka', 'Granit', 'Jodła', 'Kłos', 'Orzeł', 'Zagroda', 'Młyn', 'Sowa', 'Brzoza']
const trades = ['Budownictwo', 'Transport', 'Meble', 'Druk', 'Informatyka', 'Ochrona', 'Sprzątanie', 'Energia', 'Szkolenia', 'Opakowania']
const forms = ['sp. z o.o.', 'S.A.', 'sp.j.', 'sp. z o.o. sp.k.']
const cities = [
  ['Łódź', '90-001'],
  ['Kraków', '30-002'],
  ['Gdańsk', '80-003'],
  ['Wrocław', '50-004'],
  ['Zgierz', '95-100'],
  ['Świdnica', '58-100'],
  ['Częstochowa', '42-200'],
  ['Rzeszów', '35-001'],
] as const
const streets = ['Młyńska', 'Długa', 'Słoneczna', 'Żwirowa', 'Ogrodowa', 'Źródlana']

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('an empty list of sample words')
  return item
}

/** A NIP of made-up parties: the prefix 999 belongs to no tax office. */
function sampleNip(index: number): string {
  for (let number = 100_000 + index * 13; ; number += 1) {
    const nine = `999${number}`
    const check = checkDigit(nine)
    if (check !== null) return `${nine}${check}`
  }
}

/** Made-up parties, always the same. */
export const sampleParties = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const [city, postalCode] = at(cities, index * 3)
    return {
      name: `${at(words, index)} ${at(trades, index * 7 + Math.floor(index / 15))} ${at(forms, index)}`,
      nip: sampleNip(index),
      street: `${at(streets, index * 5)} ${1 + ((index * 17) % 120)}`,
      postalCode,
      city,
      email: `biuro${index + 1}@kontrahent.example`,
      ...(index % 3 === 0 ? furtherOf(index) : {}),
      phone: `+48 42 600 ${String(10 + (index % 90))} ${String(10 + ((index * 7) % 90))}`,
    }
  })

const people = ['Ola Źrebak', 'Jan Kłos', 'Zofia Wąs', 'Łukasz Żak', 'Ewa Świt'] as const
const roles = ['księgowość', 'zamówienia', 'magazyn', 'zarząd'] as const

/** Where goods go and whom to ask, of some of them. */
function furtherOf(index: number) {
  const [city, postalCode] = at(cities, index * 5 + 1)
  return {
    addresses: [{ kind: 'delivery' as const, street: `${at(streets, index * 7 + 2)} ${1 + ((index * 11) % 80)}`, postalCode, city, country: 'PL' }],
    contacts: [0, 1].map((turn) => ({
      name: at(people, index + turn),
      role: at(roles, index + turn),
      email: `osoba${index + turn}@kontrahent.example`,
      phone: `+48 501 20 ${10 + ((index * 3 + turn) % 90)} ${10 + (index % 90)}`,
    })),
  }
}
