import type { Messages, SameMessages } from '@crm/platform'

const pl = {
  title: 'Wykaz podatników VAT',
  fill: 'Uzupełnij z wykazu VAT',
  fillWhy: 'Wpisz NIP, a pokażemy, co wie o nim wykaz Ministerstwa Finansów.',
  noNip: 'Najpierw wpisz NIP.',
  found: 'W wykazie na dzień {day}',
  absent: 'Wykaz nie zna tego NIP.',
  field: 'Pole',
  here: 'W formularzu',
  there: 'W wykazie',
  take: 'Wpisz zaznaczone',
  taken: 'Wpisano z wykazu. Zapisz formularz, żeby to zostało.',
  nothing: 'Formularz zgadza się z wykazem.',
  cancel: 'Anuluj',
  close: 'Zamknij',
  check: 'Sprawdź teraz',
  checked: 'Sprawdzono w wykazie.',
  never: 'Jeszcze nie sprawdzano.',
  noNipHere: 'Kontrahent nie ma NIP, więc nie ma go po czym sprawdzić.',
  status: 'Status VAT',
  statuses: { active: 'czynny', exempt: 'zwolniony', unregistered: 'niezarejestrowany', absent: 'nie ma w wykazie' },
  asked: 'Stan na {day}, sprawdził(a): {by}, {at}',
  night: 'system w nocy',
  request: 'Identyfikator zapytania',
  accounts: 'Rachunki',
  onList: 'w wykazie',
  offList: 'nie ma w wykazie',
  virtual: 'Ten podatnik używa rachunków wirtualnych; takich wykaz nie wymienia.',
  more: {
    one: 'W wykazie jest jeszcze {count} rachunek.',
    few: 'W wykazie są jeszcze {count} rachunki.',
    many: 'W wykazie jest jeszcze {count} rachunków.',
    other: 'W wykazie jest jeszcze {count} rachunków.',
  },
  loading: 'Wczytywanie…',
} as const

const en = {
  title: 'Register of VAT payers',
  fill: 'Fill in from the VAT register',
  fillWhy: 'Enter a NIP to see what the register of the Ministry of Finance knows.',
  noNip: 'Enter the NIP first.',
  found: 'In the register on {day}',
  absent: 'The register does not know this NIP.',
  field: 'Field',
  here: 'In the form',
  there: 'In the register',
  take: 'Take what is ticked',
  taken: 'Taken from the register. Save the form to keep it.',
  nothing: 'The form agrees with the register.',
  cancel: 'Cancel',
  close: 'Close',
  check: 'Check now',
  checked: 'Checked in the register.',
  never: 'Not checked yet.',
  noNipHere: 'The party has no NIP to check it by.',
  status: 'VAT status',
  statuses: { active: 'active', exempt: 'exempt', unregistered: 'not registered', absent: 'not in the register' },
  asked: 'As of {day}, checked by {by}, {at}',
  night: 'the system at night',
  request: 'Request id',
  accounts: 'Accounts',
  onList: 'in the register',
  offList: 'not in the register',
  virtual: 'This taxpayer uses virtual accounts, which the register does not list.',
  more: { one: 'The register has {count} more account.', other: 'The register has {count} more accounts.' },
  loading: 'Loading…',
} as const satisfies SameMessages<typeof pl>

/** The words of the register of VAT payers. */
export const whiteListMessages = { pl, en } satisfies Messages

const issuesPl = {
  'wl-off': 'Sprawdzanie w wykazie VAT jest wyłączone w ustawieniach.',
  'wl-limit': 'Dzisiejszy limit pytań do wykazu VAT jest wyczerpany. Spróbuj jutro.',
  'wl-updating': 'Wykaz VAT jest właśnie aktualizowany. Spróbuj za kilka minut.',
  'wl-silent': 'Wykaz VAT nie odpowiada. Spróbuj za chwilę; dane można wpisać ręcznie.',
  'wl-refused': 'Wykaz VAT odmówił odpowiedzi ({reason}).',
} as const
const issuesEn = {
  'wl-off': 'Checking in the VAT register is switched off in the settings.',
  'wl-limit': "Today's limit of questions to the VAT register is used up. Try tomorrow.",
  'wl-updating': 'The VAT register is being updated. Try in a few minutes.',
  'wl-silent': 'The VAT register does not answer. Try in a moment; the data can be typed in.',
  'wl-refused': 'The VAT register refused to answer ({reason}).',
} as const satisfies SameMessages<typeof issuesPl>
export const whiteListIssues = { pl: issuesPl, en: issuesEn }

const settingsPl = {
  whiteList: {
    title: 'Wykaz podatników VAT (biała lista)',
    isOn: { name: 'Pytaj wykaz Ministerstwa Finansów', help: 'Wysyłany jest tylko NIP.' },
    address: { name: 'Adres usługi', help: 'Zwykle https://wl-api.mf.gov.pl.' },
    dailyLimit: { name: 'Ile pytań dziennie', help: 'Ministerstwo dopuszcza 100 z jednego adresu, każde o najwyżej 30 podatników.' },
    isNightly: { name: 'Sprawdzaj co noc kontrahentów obowiązujących umów', help: 'Zmiana statusu albo zniknięcie rachunku staje się zadaniem opiekuna umowy.' },
    keptForPeople: { name: 'Ile z nich zostawić ludziom', help: 'Nocne sprawdzanie na tyle mniej pyta.' },
  },
} as const
const settingsEn = {
  whiteList: {
    title: 'Register of VAT payers (white list)',
    isOn: { name: 'Ask the register of the Ministry of Finance', help: 'Only the NIP is sent.' },
    address: { name: 'Address of the service', help: 'Usually https://wl-api.mf.gov.pl.' },
    dailyLimit: { name: 'Questions a day', help: 'The Ministry allows 100 from one address, each about at most 30 taxpayers.' },
    isNightly: { name: 'Check the parties of active contracts every night', help: 'A changed status or an account that is gone becomes a task of the owner of the contract.' },
    keptForPeople: { name: 'Left for people', help: 'The nightly check asks so many fewer.' },
  },
} as const satisfies SameMessages<typeof settingsPl>
export const whiteListSettings = { pl: settingsPl, en: settingsEn }
