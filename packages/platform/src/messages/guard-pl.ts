/** Attacks on passwords, and what their owners hear of them. */
export const guardSettings = {
  title: 'Ataki na hasła',
  accountFailures: {
    name: 'Błędnych haseł do jednego konta',
    help: 'W ciągu kwadransa, z nieznanych przeglądarek. Potem konto jest dla nich zamknięte na kwadrans; przeglądarki właściciela działają.',
  },
  accountAddresses: { name: 'Miejsc, z których próbowano jednego konta', help: 'Od tylu to atak krytyczny, o którym słyszą właściciel i administratorzy.' },
  sprayLogins: { name: 'Kont próbowanych z jednego adresu', help: 'W ciągu godziny. Adres jest zamykany na godzinę, a trafione hasła trzeba zmienić.' },
  sprayAreaLogins: { name: 'Kont próbowanych z jednej okolicy adresów', help: 'To samo dla całej sieci /24 albo /48.' },
  stormFailures: { name: 'Błędnych haseł w całym systemie', help: 'W ciągu 5 minut. Mniej nigdy nie jest masowym atakiem.' },
  stormTimes: { name: 'Tyle razy więcej niż zwykle o tej porze', help: 'Zwykle, czyli w ostatnich siedmiu dniach o tej godzinie.' },
  stormAddresses: { name: 'Adresów w masowym ataku', help: 'Od tylu adresów nieznane przeglądarki rozwiązują trudniejsze sprawdzenie, aż minie kwadrans spokoju.' },
  suspiciousFailures: {
    name: 'Błędnych haseł przed udanym logowaniem',
    help: 'W ciągu godziny z tego samego miejsca. Od tylu właściciel i administratorzy słyszą o udanym logowaniu.',
  },
} as const

export const guardFailure = 'To hasło zna ktoś jeszcze, więc tutaj nie wystarczy. Ustaw nowe linkiem z e-maila albo w przeglądarce, z której już korzystasz.'

/** Why a password has to be changed now. */
export const guardReasons = {
  stuffing: 'W czasie masowego ataku ktoś zalogował się Twoim hasłem. Hasło najpewniej wyciekło z innej strony.',
  spraying: 'Z adresu, z którego zgadywano hasła wielu osób, ktoś zalogował się Twoim hasłem.',
  distance: 'Twojej sesji użyto w tej samej chwili w innej sieci i w innej przeglądarce. Ktoś mógł przejąć dane z Twojego komputera.',
} as const

export const guardNotices = {
  'password-forced': 'Twoje hasło trzeba zmienić od razu: mógł je poznać ktoś obcy.',
  'signed-in-after-failures': 'Ktoś zalogował się na Twoje konto po wielu błędnych hasłach ({count}). Jeśli to nie Ty, zmień hasło i zakończ sesje.',
} as const

export const guardNoticeNames = {
  'password-forced': 'Muszę od razu zmienić hasło',
  'signed-in-after-failures': 'Logowanie na moje konto po wielu błędnych hasłach',
} as const

export const guardMails = {
  'password-forced': {
    subject: 'Zmień hasło: mógł je poznać ktoś obcy',
    body: 'Do czasu zmiany hasła Twoje konto nie zrobi nic innego. Zmień je w przeglądarce, z której już korzystasz, albo na stronie logowania wybierz „Nie pamiętam hasła”. Jeśli tego samego hasła używasz gdzie indziej, zmień je także tam.',
  },
  'signed-in-after-failures': {
    subject: 'Logowanie po wielu błędnych hasłach',
    body: 'Ktoś zalogował się na Twoje konto, a wcześniej z tego samego miejsca podano wiele błędnych haseł ({count}). Jeśli to Ty, nie musisz nic robić. Jeśli nie, zmień hasło i zakończ wszystkie sesje.',
  },
} as const
