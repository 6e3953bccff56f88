/** Why a file is refused although its kind is taken, and what to do about it. */
export const unsafeFile = {
  pl: {
    bomb: 'Po rozpakowaniu ten plik zająłby nieproporcjonalnie dużo miejsca, więc go nie przyjęto. Dołącz pliki z niego osobno.',
    locked: 'Ten plik jest chroniony hasłem. Zapisz go bez hasła i dołącz ponownie.',
    macros: 'Ten plik zawiera makra. Zapisz go jako zwykły dokument, bez makr, i dołącz ponownie.',
    links: 'Ten arkusz pobiera wartości z innych plików. Przerwij w nim łącza (Dane → Edytuj łącza) i dołącz ponownie.',
    active: 'Ten PDF uruchamia coś sam albo ma w sobie inne pliki, więc jest pokazywany tylko jako obrazy stron.',
    broken: 'Tego pliku nie da się otworzyć: jest uszkodzony albo niepełny. Sprawdź, czy otwiera się na dysku, i dołącz ponownie.',
  },
  en: {
    bomb: 'Unpacked, this file would take up out of all proportion, so it was not taken. Attach the files in it one by one.',
    locked: 'This file has a password. Save it without one and attach it again.',
    macros: 'This file contains macros. Save it as a plain document, without macros, and attach it again.',
    links: 'This sheet fetches values from other files. Break its links (Data → Edit links) and attach it again.',
    active: 'This PDF starts something by itself or has other files inside; it is shown as pictures of its pages only.',
    broken: 'This file cannot be opened: it is damaged or incomplete. Check that it opens on your disk and attach it again.',
  },
} as const
