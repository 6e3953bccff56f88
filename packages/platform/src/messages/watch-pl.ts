/** What is done about refusals, and what people hear of access and of attempts at it. */
export const watchSettings = {
  title: 'Odpowiedzi na odmowy',
  missingSlow: { name: 'Zwolnij szukanie po numerach po', help: 'Liczba odmów w ciągu godziny, po której każda następna trwa o sekundę dłużej. 0 wyłącza.' },
  missingEnd: { name: 'Zakończ sesję po', help: 'Liczba odmów w ciągu godziny, po której sesja się kończy. 0 wyłącza.' },
  massDownloads: { name: 'Zapytaj o hasło po pobraniu', help: 'Liczba plików jednej osoby w ciągu 10 minut, po której system pyta o hasło i otwiera incydent. 0 wyłącza.' },
  massExports: { name: 'Zgłoś eksporty od', help: 'Liczba eksportów jednej osoby w ciągu godziny, od której otwiera się incydent. 0 wyłącza.' },
  deniedPause: { name: 'Wstrzymaj zapis po', help: 'Liczba odmów w ciągu minuty, po której sesja przez kwadrans tylko czyta. 0 wyłącza.' },
} as const

export const watchFailure = 'Po serii odmów ta sesja przez {minutes} min tylko czyta. Formularz zostaje; zapisz go wtedy.'

export const watchNotices = {
  'rights-changed': '{name} zmienia prawa użytkowników. Jeśli to nie było uzgodnione, sprawdź to teraz.',
  'guard-changed': '{name} zmienia ustawienia, od których zależy bezpieczeństwo.',
  'account-tried': 'Ktoś próbował odgadnąć Twoje hasło. Nieznane urządzenia nie zalogują się przez {minutes} min; Twoje działają.',
  'access-given': '{name} daje Ci dostęp: {code}.',
  'access-ending': 'Dostęp do {code} kończy się {on}.',
  'right-ending': 'Prawo nadane na czas kończy się {on}.',
} as const

export const watchNoticeNames = {
  'rights-changed': 'Ktoś inny zmienił prawa',
  'guard-changed': 'Ktoś inny zmienił ustawienia bezpieczeństwa',
  'account-tried': 'Ktoś zgaduje moje hasło',
  'access-given': 'Dostaję dostęp do dokumentu',
  'access-ending': 'Dostęp do dokumentu kończy się za 3 dni',
  'right-ending': 'Prawo nadane na czas kończy się za 3 dni',
} as const

export const watchMails = {
  'rights-changed': { subject: 'Zmiana praw użytkowników', body: 'Ktoś inny zmienił prawa użytkowników. Jeśli to nie było uzgodnione, sprawdź to teraz w dzienniku.' },
  'guard-changed': {
    subject: 'Zmiana ustawień bezpieczeństwa',
    body: 'Ktoś inny zmienił ustawienia, od których zależy bezpieczeństwo systemu. Jeśli to nie było uzgodnione, sprawdź to teraz.',
  },
  'account-tried': {
    subject: 'Próby odgadnięcia hasła',
    body: 'Ktoś wielokrotnie podał złe hasło do Twojego konta. Nieznane urządzenia nie zalogują się przez {minutes} min. Urządzenia, z których już korzystasz, działają. Nie musisz nic robić; jeśli hasło mogło wyciec, zmień je.',
  },
} as const
