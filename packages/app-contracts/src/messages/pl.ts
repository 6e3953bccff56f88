/** Names of the fields that every variant has. */
const fields = {
  number: 'Numer umowy',
  kind: 'Rodzaj',
  subject: 'Przedmiot',
  parties: 'Strony',
  status: 'Stan',
  signedOn: 'Podpisana',
  startsOn: 'Obowiązuje od',
  termKind: 'Czas trwania',
  endsOn: 'Pierwszy okres do',
  renewalMonths: 'Przedłuża się o',
  renewalCount: 'Najwyżej przedłużeń',
  noticeCount: 'Wypowiedzenie',
  noticeUnit: 'Jednostka wypowiedzenia',
  value: 'Wartość',
  currency: 'Waluta',
  priceBasis: 'Netto czy brutto',
  period: 'Rozliczenie',
  paymentDays: 'Termin płatności',
  owner: 'Opiekun',
  department: 'Dział',
  costCentre: 'Miejsce kosztów',
  storagePlace: 'Gdzie leży oryginał',
  tags: 'Znaczniki',
  notes: 'Uwagi',
  nextEndOn: 'Najbliższy koniec',
  noticeDeadlineOn: 'Termin wypowiedzenia',
  decideByOn: 'Zdecydować do',
  valuePerYear: 'Wartość roczna',
} as const

const choices = {
  status: { draft: 'Projekt', active: 'Obowiązuje', terminating: 'W wypowiedzeniu', ended: 'Zakończona' },
  termKind: { fixed: 'Określony', open: 'Nieokreślony', tacit: 'Określony, przedłuża się sama', express: 'Określony, przedłużana aneksem' },
  noticeUnit: { days: 'dni', months: 'miesięcy', monthEnd: 'miesięcy na koniec miesiąca', quarterEnd: 'miesięcy na koniec kwartału' },
  currency: { PLN: 'PLN', EUR: 'EUR', USD: 'USD', GBP: 'GBP', CHF: 'CHF', CZK: 'CZK' },
  priceBasis: { net: 'Netto', gross: 'Brutto' },
  period: { oneOff: 'Jednorazowo', monthly: 'Co miesiąc', quarterly: 'Co kwartał', yearly: 'Co rok' },
} as const

const sections = { contract: 'Umowa', term: 'Czas trwania', notice: 'Wypowiedzenie', value: 'Wartość i płatność', office: 'W firmie' } as const

const shared = {
  title: 'Umowy',
  scansTitle: 'Skany',
  units: { months: 'mies.', days: 'dni', squareMetres: 'm²', fullTime: 'etatu' },
  issues: {
    'open-has-no-end': 'Umowa na czas nieokreślony nie ma daty końca. Usuń datę albo zmień czas trwania.',
    'notice-too-long': 'Wypowiedzenie jest dłuższe niż cała umowa. Skróć je albo popraw daty.',
  },
  enter: { name: 'Umowy: wejście', description: 'Otwieranie aplikacji z umowami.' },
} as const

/** What every variant says in the same words. */
export const pl = { shared, fields, choices, sections }
