import type { Messages, SameMessages } from '@crm/platform'

const pl = {
  title: 'Kalendarz decyzji',
  month: 'Miesiąc',
  list: 'Kwartał',
  charts: 'Wykresy',
  views: 'Widok',
  previous: 'Wcześniej',
  next: 'Później',
  today: 'Dziś',
  loading: 'Wczytywanie…',
  none: 'W tym czasie nie ma żadnego terminu.',
  capped: 'Terminów jest więcej, niż da się pokazać. Wybierz krótszy czas.',
  more: { one: 'jeszcze {count}', few: 'jeszcze {count}', many: 'jeszcze {count}', other: 'jeszcze {count}' },
  kinds: { decideByOn: 'Zdecydować do', noticeDeadlineOn: 'Termin wypowiedzenia', nextEndOn: 'Koniec' },
  short: { decideByOn: 'Decyzja', noticeDeadlineOn: 'Wypow.', nextEndOn: 'Koniec' },
  variant: 'Rejestr',
  ending: 'Umowy kończące się w kolejnych miesiącach',
  endingCount: { one: '{count} umowa', few: '{count} umowy', many: '{count} umów', other: '{count} umów' },
  noneEnding: 'W najbliższych dwunastu miesiącach nic się nie kończy.',
  values: 'Wartość roczna umów działów',
  noValues: 'Żadna obowiązująca umowa nie ma wartości rocznej.',
  money: 'Waluta',
  bases: { net: 'netto', gross: 'brutto' },
  noDepartment: 'bez działu',
  lead: 'Liczą się umowy obowiązujące i w wypowiedzeniu, które możesz zobaczyć. Kwot w różnych walutach, netto i brutto nie dodajemy. Kliknięcie otwiera listę.',
  table: 'Pokaż jako tabelę',
  column: { month: 'Miesiąc', count: 'Umowy', department: 'Dział', sum: 'Wartość roczna' },
  noVariant: 'Nie ma rejestru umów, który możesz oglądać.',
} as const

const en = {
  title: 'Calendar of decisions',
  month: 'Month',
  list: 'Quarter',
  charts: 'Charts',
  views: 'View',
  previous: 'Earlier',
  next: 'Later',
  today: 'Today',
  loading: 'Loading…',
  none: 'There is no date in this time.',
  capped: 'There are more dates than can be shown. Choose a shorter time.',
  more: { one: '{count} more', other: '{count} more' },
  kinds: { decideByOn: 'Decide by', noticeDeadlineOn: 'Notice deadline', nextEndOn: 'End' },
  short: { decideByOn: 'Decide', noticeDeadlineOn: 'Notice', nextEndOn: 'End' },
  variant: 'Register',
  ending: 'Contracts that end in the coming months',
  endingCount: { one: '{count} contract', other: '{count} contracts' },
  noneEnding: 'Nothing ends in the next twelve months.',
  values: 'Yearly value of the contracts of departments',
  noValues: 'No contract in force has a yearly value.',
  money: 'Currency',
  bases: { net: 'net', gross: 'gross' },
  noDepartment: 'no department',
  lead: 'Contracts in force and under notice that you may see. Amounts of different currencies, net and gross are never added. A click opens the list.',
  table: 'Show as a table',
  column: { month: 'Month', count: 'Contracts', department: 'Department', sum: 'Yearly value' },
  noVariant: 'There is no register of contracts that you may see.',
} as const satisfies SameMessages<typeof pl>

/** The words of the calendar of decisions and its charts. */
export const reportMessages = { pl, en } satisfies Messages

export const reportRightTexts = {
  pl: { view: { name: 'Kalendarz decyzji i wykresy', description: 'Terminy, końce i wartości umów, które wolno oglądać.' } },
  en: { view: { name: 'Calendar of decisions and charts', description: 'Days, ends and values of the contracts that one may see.' } },
}
