import { levelTexts } from '@crm/platform'

export const viewsPl = {
  button: 'Widoki',
  name: 'Nazwa widoku',
  save: 'Zapisz widok',
  saved: 'Zapisano widok „{name}”.',
  empty: 'Nie ma jeszcze żadnego widoku. Ustaw listę i zapisz ją pod nazwą.',
  by: 'udostępnia {name}',
  update: 'Zapisz w nim to, co teraz na liście',
  remove: 'Usuń widok',
  share: 'Udostępnij',
  first: 'Zaczynaj listę od tego widoku',
  notFirst: 'Nie zaczynaj od tego widoku',
  audience: 'Kto go widzi',
  audiences: { own: 'Tylko ja', group: 'Grupa', all: 'Wszyscy z dostępem do rejestru' },
  group: 'Grupa',
  ofLevel: 'początek listy na Twoim poziomie',
  firstFor: 'Lista zaczyna się od niego na poziomie',
  firstForHelp: 'Dopóki ktoś nie wybierze inaczej. Kolumn, które ktoś sam ustawił, widok nie zmienia.',
  firstNow: '(teraz: {name})',
  levels: levelTexts.pl,
} as const
