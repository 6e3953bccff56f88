import { acts } from './acts.ts'
import { camera } from './camera.ts'
import { intake, systemSettings } from './intake-pl.ts'
import { labels } from './labels-pl.ts'
import { sweepTexts } from './sweep.ts'
import { fileSettings } from './kinds.ts'

export const pl = {
  acts: acts.pl,
  connections: { folder: 'Folder skanów', mailbox: 'Skrzynka skanów' },
  camera: camera.pl,
  labels,
  intake,
  systemSettings: { ...fileSettings.pl, ...systemSettings },
  ...sweepTexts.pl,
  title: 'Pliki',
  drop: 'Upuść tu pliki albo',
  choose: 'wybierz z dysku',
  empty: 'Nie ma jeszcze plików.',
  loading: 'Wczytywanie…',
  files: 'Pliki',
  name: 'Nazwa',
  size: 'Rozmiar',
  by: 'Dodał(a)',
  at: 'Kiedy',
  version: 'wersja {version}',
  description: 'Opis',
  describe: 'Zmień opis i rodzaj',
  preview: 'Podgląd',
  download: 'Pobierz',
  remove: 'Usuń',
  access: 'Dostęp',
  accessWhy: 'Plik z własną tabelą widzi tylko ten, kto ma w niej plus i widzi sam dokument.',
  restricted: 'ograniczony',
  removeAsk: 'Usunąć plik {name}?',
  removeWhy: 'Plik zniknie z dokumentu. Wpis o usunięciu zostanie w historii.',
  cancel: 'Anuluj',
  save: 'Zapisz',
  close: 'Zamknij',
  pause: 'Wstrzymaj',
  resume: 'Wznów',
  retry: 'Ponów',
  waiting: 'czeka',
  paused: 'wstrzymano',
  sending: '{percent}% · {speed}/s',
  checking: 'sprawdzam treść',
  done: 'Dołączono: {name}',
  cut: 'Utracono połączenie. Ponów – pójdzie dalej od tego miejsca.',
} as const
