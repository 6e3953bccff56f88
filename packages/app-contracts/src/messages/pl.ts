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
  spendLimit: 'Limit wydatków',
  invoicedTotal: 'Suma faktur',
  usedShare: 'Wykorzystanie',
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
  units: { percent: '%', months: 'mies.', days: 'dni', squareMetres: 'm²', fullTime: 'etatu' },
  issues: {
    'open-has-no-end': 'Umowa na czas nieokreślony nie ma daty końca. Usuń datę albo zmień czas trwania.',
    'annex-before-contract': 'Aneks nie może być wcześniejszy niż umowa. Popraw datę.',
    'no-change': 'Aneks niczego nie zmienia. Dodaj co najmniej jedno pole.',
    'invoice-taken': 'Taka faktura jest już przy tej umowie.',
    'ksef-number': 'To nie jest numer KSeF: 35 znaków, NIP-RRRRMMDD-12 znaków-2 znaki kontrolne.',
    'due-before-issued': 'Termin zapłaty jest przed datą wystawienia.',
    'net-and-vat': 'Netto i VAT nie dają razem brutto.',
    'notice-too-long': 'Wypowiedzenie jest dłuższe niż cała umowa. Skróć je albo popraw daty.',
  },
  history: {
    annex: 'Aneks',
    invoice: 'Faktura',
    ksefNumber: 'Numer KSeF',
    issuedOn: 'Wystawiona',
    dueOn: 'Termin zapłaty',
    paidOn: 'Zapłacona',
    net: 'Netto',
    vat: 'VAT',
    gross: 'Brutto',
  },
  enter: { name: 'Umowy: wejście', description: 'Otwieranie aplikacji z umowami.' },
} as const

/** What every variant says in the same words. */
/** What heads of sheets call fields besides. */
const alsoCalled = {
  parties: 'kontrahent,NIP,NIP kontrahenta,kontrahent / NIP,nazwa kontrahenta,strona umowy',
  owner: 'osoba odpowiedzialna',
  subject: 'przedmiot umowy,tytuł',
  value: 'kwota',
  signedOn: 'data podpisania,data zawarcia',
  endsOn: 'data zakończenia,koniec',
} as const

export const pl = { shared, fields, choices, sections, alsoCalled }
