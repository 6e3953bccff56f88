/** Scans that come in by themselves. */
export const intake = {
  stopped: {
    folder: 'Folder skanów: {reason}',
    mail: 'Skrzynka skanów: {reason}',
  },
  since: 'Od {since}. Pliki czekają; po usunięciu przyczyny zostaną wczytane same.',
  reasons: {
    'no-person': 'w ustawieniach nie ma czynnej osoby z prawem wczytywania skanów, w której imieniu mają wchodzić.',
    unreadable: 'nie można go odczytać albo zapisać w nim podfolderów „done” i „rejected”.',
    'no-answer': 'serwer poczty nie odpowiada.',
    'wrong-login': 'serwer poczty odrzucił login albo hasło.',
  },
} as const

export const systemSettings = {
  intake: {
    title: 'Skany, które wchodzą same',
    person: { name: 'W czyim imieniu', help: 'Login osoby, której prawa liczą się przy rozkładaniu skanów z folderu i ze skrzynki.' },
    folder: { name: 'Folder skanów', help: '' },
    mailbox: { name: 'Skrzynka skanów (IMAP)', help: '' },
  },
} as const
