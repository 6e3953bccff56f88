/** Letters of the platform itself. */
export const mails = {
  digest: {
    subject: { one: 'Jedno nowe powiadomienie', few: '{count} nowe powiadomienia', many: '{count} nowych powiadomień', other: '{count} nowych powiadomień' },
    body: {
      one: 'Od wczoraj masz jedno nowe powiadomienie.',
      few: 'Od wczoraj masz {count} nowe powiadomienia.',
      many: 'Od wczoraj masz {count} nowych powiadomień.',
      other: 'Od wczoraj masz {count} nowych powiadomień.',
    },
  },
} as const

export const noticePages = {
  title: 'Powiadomienia',
  all: 'Wszystkie',
  unread: 'Nieprzeczytane',
  channels: 'Ustawienia powiadomień',
  readAll: 'Oznacz wszystkie jako przeczytane',
  read: 'Oznacz jako przeczytane',
  isUnread: 'nieprzeczytane',
  more: 'Pokaż starsze',
  none: 'Nie ma powiadomień.',
  noneUnread: 'Wszystko przeczytane.',
  kind: 'Rodzaj',
  bell: 'W systemie',
  mail: 'E-mailem',
  habits: { off: 'nie', 'at-once': 'od razu', daily: 'raz dziennie, o 7:00' },
  pressing: 'zawsze',
  saved: 'Zapisano.',
  noKinds: 'Żadna z Twoich aplikacji nie wysyła powiadomień.',
  open: 'Wszystkie powiadomienia',
} as const

export const todo = {
  title: 'Do zrobienia',
  none: 'Nic nie czeka. Dobra robota!',
  overdue: 'po terminie',
  today: 'na dziś',
  soon: 'w tym tygodniu',
  later: 'później',
  undated: 'bez terminu',
  insteadOf: 'w zastępstwie: {name}',
  due: 'termin {on}',
} as const
