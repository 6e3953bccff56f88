const fields = {
  login: 'Login',
  name: 'Imię i nazwisko',
  email: 'E-mail',
  phone: 'Telefon',
  department: 'Dział',
  departmentId: 'Dział',
  positionId: 'Stanowisko',
  position: 'Stanowisko',
  supervisor: 'Przełożony',
  supervisorId: 'Przełożony',
  activeFrom: 'Konto od',
  activeTo: 'Konto do',
  isActive: 'Konto',
  rightCount: 'Praw',
} as const

export const people = {
  title: 'Użytkownicy',
  one: 'Użytkownik',
  empty: 'Nie ma nikogo takiego.',
  search: 'Szukaj: nazwisko, login, dział, stanowisko',
  active: 'czynne',
  inactive: 'wyłączone',
  any: 'Wszystkie konta',
  create: 'Dodaj użytkownika',
  import: 'Importuj z pliku',
  save: 'Zapisz',
  saved: 'Zapisano.',
  cancel: 'Anuluj',
  close: 'Zamknij',
  block: 'Zablokuj konto',
  blockWhy: 'Konto zostanie wyłączone, a sesje zakończone od razu. Dane i historia zostają.',
  unblock: 'Odblokuj konto',
  blocked: 'Konto wyłączone.',
  unblocked: 'Konto znów czynne.',
  note: 'Powód (widoczny w dzienniku)',
  people: 'Podwładni',
  nobody: 'Nikogo',
  none: 'brak',
  data: 'Dane',
  place: 'Miejsce w firmie',
  account: 'Konto',
  loginHelp: 'Małe litery, cyfry, kropka, myślnik. Nim albo e-mailem się loguje.',
  daysHelp: 'Poza tymi dniami konto samo się wyłącza.',
  notFound: 'Nikogo takiego nie ma.',
  password: 'Hasło jednorazowe',
  passwordOnce: 'Przekaż je tej osobie. Nie pojawi się drugi raz; przy pierwszym logowaniu trzeba je zmienić.',
  copy: 'Kopiuj',
  copied: 'Skopiowano.',
  leave: 'Odejście z pracy',
  leaveLead: 'Konto zostanie wyłączone, sesje zakończone. Wskaż, kto przejmie sprawy; to, czego nikt nie przejmie, trafi na Twoją listę „Do zrobienia”.',
  leaveNothing: 'Ta osoba nie ma spraw do przekazania.',
  heir: 'Przejmuje',
  oneHeir: 'Wszystko przejmuje',
  leaveNow: 'Wyłącz konto i przekaż',
  handOver: 'Przekaż',
  leaveRest: 'Przekaż pozostałe sprawy',
  leaveRestLead: 'Konto jest już wyłączone. Wskaż, kto przejmie to, co zostało.',
  cameBack: 'Wszystkie wróciły',
  moreBelongings: 'i jeszcze {count}',
  left: 'Konto wyłączone. Do przekazania zostało: {count}.',
  leftNothing: 'Konto wyłączone, wszystko przekazane.',
  erase: 'Usuń dane osobowe',
  eraseWhy: 'Imię i nazwisko, login, e-mail, telefon oraz to, co dziennik mówi o tej osobie, znikną na zawsze. Zostanie numer. Tego nie da się cofnąć.',
  erased: 'Dane osobowe usunięte.',
  belongings: {
    directory: {
      supervisor: 'Podwładni',
      head: 'Kierowane działy',
      substitution: 'Zastępstwa, w których zastępuje innych',
      party: { addedPerson1: 'Kontrahenci, przy których jest wskazana' },
    },
    platform: { todo: 'Sprawy „Do zrobienia”', access: 'Dokumenty, które tylko ta osoba może otworzyć', reminder: 'Przypomnienia, które dostaje' },
    contracts: {
      papers: 'Pożyczone oryginały',
      trade: { owner: 'Umowy handlowe, którymi się opiekuje', addedPerson1: 'Umowy handlowe, przy których jest wskazana' },
      property: { owner: 'Umowy nieruchomości, którymi się opiekuje', addedPerson1: 'Umowy nieruchomości, przy których jest wskazana' },
      staff: { owner: 'Umowy z ludźmi, którymi się opiekuje', addedPerson1: 'Umowy z ludźmi, przy których jest wskazana' },
    },
  },
  importPage: {
    title: 'Import użytkowników',
    lead: 'Plik XLSX albo CSV, w pierwszym wierszu nazwy kolumn: login, imię i nazwisko oraz – jeśli są – e-mail, telefon, dział, stanowisko, przełożony, konto od, konto do. Nic nie zostanie zapisane, dopóki wszystko się nie zgadza.',
    choose: 'Wybierz plik',
    ignored: 'Pominięte kolumny: {names}.',
    count: { one: '{count} osoba', few: '{count} osoby', many: '{count} osób', other: '{count} osób' },
    wrong: { one: '{count} wiersz do poprawienia', few: '{count} wiersze do poprawienia', many: '{count} wierszy do poprawienia', other: '{count} wierszy do poprawienia' },
    right: 'Wszystkie wiersze są w porządku.',
    check: 'Sprawdź ponownie',
    drop: 'Usuń wiersz {number}',
    onlyWrong: 'Tylko do poprawienia',
    run: 'Dodaj wszystkich',
    done: { one: 'Dodano {count} osobę.', few: 'Dodano {count} osoby.', many: 'Dodano {count} osób.', other: 'Dodano {count} osób.' },
    noPassword: 'Konta nie mają jeszcze haseł: każdy ustawi je przez „Nie pamiętam hasła” albo dostanie od administratora.',
    row: 'Wiersz',
  },
  fields,
} as const

export const departments = {
  title: 'Działy',
  create: 'Dodaj dział',
  edit: 'Zmień dział',
  empty: 'Nie ma jeszcze działów.',
  fields: { name: 'Nazwa', parentId: 'Należy do', headId: 'Kierownik' },
  top: 'najwyższy poziom',
  count: { one: '{count} osoba', few: '{count} osoby', many: '{count} osób', other: '{count} osób' },
  noHead: 'bez kierownika',
  remove: 'Usuń dział',
  removed: 'Dział usunięty.',
  inUse: 'W dziale są ludzie albo inne działy. Najpierw przenieś ich gdzie indziej.',
} as const

export const substitutions = {
  title: 'Zastępstwa',
  create: 'Dodaj zastępstwo',
  empty: 'Nikt nikogo nie zastępuje.',
  end: 'Zakończ',
  ended: 'Zastępstwo zakończone.',
  everything: 'wszystkie aplikacje',
  fields: { absentId: 'Kto jest nieobecny', substituteId: 'Kto zastępuje', fromOn: 'Od dnia', toOn: 'Do dnia', apps: 'W aplikacjach' },
  appsHelp: 'Bez wyboru: we wszystkich.',
  now: 'trwa',
  planned: 'planowane',
  past: 'minęło',
} as const

export const mail = {
  title: 'Poczta wychodząca',
  empty: 'Nie ma takich wiadomości.',
  any: 'Wszystkie',
  again: 'Wyślij ponownie',
  sentAgain: 'Wiadomość czeka na wysłanie.',
  off: 'Serwer poczty nie jest ustawiony (SMTP_URL). Wiadomości są zachowywane i nie wychodzą.',
  states: { waiting: 'czeka', sent: 'wysłana', failed: 'nie wysłana', off: 'poczta wyłączona' },
  errors: { 'no-address': 'osoba nie ma adresu e-mail', inactive: 'konto jest wyłączone' },
  fields: { createdAt: 'Kiedy', to: 'Do kogo', kind: 'Rodzaj', state: 'Stan', attempts: 'Prób', error: 'Dlaczego', nextAt: 'Następna próba', actions: 'Czynności' },
} as const

export const notices = {
  'standing-in': 'Zastępujesz: {name}, {from} – {to}',
  'journal-head': 'Pieczęć dziennika na dziś: {code}',
  'journal-broken': 'Dziennik został naruszony: wpis {code}. Uruchom sprawdzenie dziennika.',
} as const

export const noticeNames = {
  'standing-in': 'Zastępuję kogoś',
  'journal-head': 'Codzienna pieczęć dziennika',
  'journal-broken': 'Naruszony dziennik',
} as const

export const mails = {
  'standing-in': { subject: 'Zastępujesz kogoś', body: 'W systemie zapisano, że kogoś zastępujesz. Szczegóły i sprawy do załatwienia są na liście „Do zrobienia”.' },
} as const

export const todos = { leftover: 'Po osobie, która odeszła, zostało do przekazania: {count}' } as const

export const issues = {
  'not-an-email': 'Wpisz adres e-mail, na przykład anna@firma.pl.',
  'not-a-login': 'Login to małe litery, cyfry, kropka lub myślnik, co najmniej 2 znaki.',
  'not-a-phone': 'Wpisz numer telefonu, na przykład +48 600 100 200.',
  circle: 'Tak powstałoby koło: {way}.',
  'own-account': 'Nie można tego zrobić z własnym kontem.',
  'none-left': 'Pola tego rodzaju są już wszystkie w użyciu.',
  'own-substitute': 'Nikt nie zastępuje samego siebie.',
  'days-taken': 'W tych dniach ta osoba ma już zastępcę w tej aplikacji.',
  'unknown-department': 'Nie ma takiego działu.',
  'unknown-person': 'Nie ma takiej osoby ani w systemie, ani w pliku.',
  'no-heads': 'W pierwszym wierszu nie ma kolumn „login” i „imię i nazwisko”.',
} as const

export const rightTexts = {
  people: {
    view: { name: 'Użytkownicy: podgląd', description: 'Oglądanie kont, działów i przełożonych.' },
    create: { name: 'Użytkownicy: dodawanie', description: 'Zakładanie kont z hasłem jednorazowym.' },
    edit: { name: 'Użytkownicy: edycja', description: 'Zmiana danych, działu, stanowiska, przełożonego.' },
    block: { name: 'Użytkownicy: blokowanie', description: 'Wyłączanie i włączanie kont.' },
    import: { name: 'Użytkownicy: import', description: 'Dodawanie wielu osób z pliku XLSX lub CSV.' },
    release: { name: 'Użytkownicy: odejście', description: 'Wyłączenie konta z przekazaniem spraw.' },
    erase: { name: 'Użytkownicy: usuwanie danych', description: 'Nieodwracalne usunięcie danych osobowych.' },
  },
  departments: {
    view: { name: 'Działy: podgląd', description: 'Oglądanie drzewa działów.' },
    edit: { name: 'Działy: edycja', description: 'Dodawanie, przenoszenie i usuwanie działów, wskazywanie kierowników.' },
  },
  substitutions: {
    view: { name: 'Zastępstwa: podgląd', description: 'Oglądanie, kto kogo zastępuje.' },
    edit: { name: 'Zastępstwa: edycja', description: 'Ustanawianie i kończenie zastępstw.' },
  },
  journal: {
    view: { name: 'Dziennik: podgląd', description: 'Oglądanie, kto, kiedy i skąd co zrobił.' },
    export: { name: 'Dziennik: eksport', description: 'Zapis dziennika do pliku XLSX lub CSV.' },
    print: { name: 'Dziennik: wydruk', description: 'Drukowanie dziennika.' },
    everything: { name: 'Dziennik: ukryte dokumenty', description: 'Oglądanie także wpisów o dokumentach, których samemu nie można zobaczyć.' },
  },
  mail: {
    view: { name: 'Poczta wychodząca: podgląd', description: 'Oglądanie, co zostało wysłane, a co czeka.' },
    resend: { name: 'Poczta wychodząca: ponowienie', description: 'Ponowne wysłanie wiadomości.' },
  },
} as const
