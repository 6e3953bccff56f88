/** Fields that the office adds to its registers. */
export const fieldsPl = {
  title: 'Pola rejestrów',
  lead: 'Pole dodane tutaj jest od razu w formularzu, filtrach, kolumnach, imporcie, eksporcie i historii. Nowa kolumna pojawia się ukryta: każdy włącza ją sobie sam.',
  register: 'Rejestr',
  add: 'Dodaj pole',
  edit: 'Zmień',
  empty: 'Ten rejestr nie ma jeszcze pól dodatkowych.',
  none: 'Żaden rejestr nie przyjmuje pól dodatkowych.',
  columns: { name: 'Nazwa', kind: 'Rodzaj', choices: 'Wartości', state: 'Stan', actions: 'Czynności' },
  kinds: { text: 'tekst', number: 'liczba', money: 'kwota', day: 'data', choice: 'wybór z listy', yesNo: 'tak albo nie', person: 'osoba', party: 'kontrahent' },
  left: { one: '{kind} (zostało jedno)', few: '{kind} (zostały {count})', many: '{kind} (zostało {count})', other: '{kind} (zostało {count})' },
  used: 'w użyciu',
  unused: 'wycofane',
  withdraw: 'Wycofaj',
  putBack: 'Przywróć',
  up: 'Wyżej',
  down: 'Niżej',
  saved: 'Zapisano pole: {name}.',
  withdrawn: 'Pole wycofane. Wpisane wartości zostają i wrócą, jeśli je przywrócisz.',
  pl: 'Nazwa po polsku',
  en: 'Nazwa po angielsku',
  kind: 'Rodzaj',
  kindStays: 'Rodzaju istniejącego pola nie można zmienić.',
  choicesLabel: 'Wartości do wyboru',
  choiceUsed: 'do wyboru',
  choiceHint: 'Wartości wycofanej nie można już wybrać; zostaje tam, gdzie ją wybrano.',
  addChoice: 'Dodaj wartość',
} as const

export const fieldRightsPl = {
  edit: { name: 'Pola rejestrów: dodawanie', description: 'Dodawanie pól do rejestrów, zmiana ich nazw i wycofywanie.' },
} as const
