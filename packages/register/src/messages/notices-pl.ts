/** What the engine tells people, how its kinds are called, and its letters. */
export const noticesPl = {
  notices: {
    mentioned: '{name} woła Cię w komentarzu: {code}.',
    'import-done': 'Import „{name}” się zakończył.',
    'export-ready': 'Eksport „{title}” jest gotowy, wierszy: {count}.',
  },
  noticeNames: {
    mentioned: 'Ktoś woła mnie w komentarzu',
    'import-done': 'Koniec importu',
    'export-ready': 'Eksport jest gotowy',
  },
  mails: {
    mentioned: { subject: 'Komentarz: {code}', body: '{name} woła Cię w komentarzu do {code}.' },
    'import-done': { subject: 'Koniec importu', body: 'Import „{name}” się zakończył. Zobacz, co dodano i co zostało do poprawy.' },
    'export-ready': { subject: 'Eksport jest gotowy', body: 'Eksport „{title}” jest gotowy. Plik czeka przez 7 dni.' },
  },
} as const
