import type { SameMessages } from '../message.ts'

const pl = {
  'sign-in': 'Zalogowanie',
  'sign-out': 'Wylogowanie',
  'second-factor': 'Drugi składnik logowania',
  'second-factor-add': 'Ustawienie drugiego składnika',
  'password-change': 'Zmiana własnego hasła',
  'password-forgot': 'Prośba o link do nowego hasła',
  'password-renew': 'Nowe hasło z linku',
  'password-force': 'Wymuszenie zmiany hasła',
  'warn-passwords': 'Uprzedzenie o wygasających hasłach',
  'sweep-sign-in': 'Porządki po logowaniach',
  notify: 'Powiadomienie',
  'gather-incident': 'Zebranie zdarzeń w incydent',
  'end-access': 'Koniec dostępu na czas',
  mail: 'Przygotowanie listu',
  'send-mail': 'Wysłanie listu',
  digest: 'Dzienny skrót powiadomień',
  'send-reminders': 'Wyszukanie przypomnień na teraz',
  'send-reminder': 'Wysłanie przypomnienia',
} as const

const en = {
  'sign-in': 'Sign-in',
  'sign-out': 'Sign-out',
  'second-factor': 'Second factor at the sign-in',
  'second-factor-add': 'Second factor set up',
  'password-change': 'Own password changed',
  'password-forgot': 'Link for a new password asked for',
  'password-renew': 'New password by a link',
  'password-force': 'Change of password demanded',
  'warn-passwords': 'Warning of passwords that end',
  'sweep-sign-in': 'Tidying up after sign-ins',
  notify: 'Notification',
  'gather-incident': 'Events gathered into an incident',
  'end-access': 'End of access for a time',
  mail: 'Letter prepared',
  'send-mail': 'Letter sent',
  digest: 'Daily digest of notifications',
  'send-reminders': 'Search for reminders that are due',
  'send-reminder': 'Reminder sent',
} as const satisfies SameMessages<typeof pl>

/** What is done at the sign-in and by the platform itself: for the journal and the list of jobs. */
export const acts = { pl, en }
