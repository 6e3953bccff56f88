/** What the engine tells people, how its kinds are called, and its letters. */
export const noticesPl = {
  notices: {
    mentioned: '{name} woła Cię w komentarzu: {code}.',
    changed: '{name} zmienia {code}.',
    'import-done': 'Import „{name}” się zakończył.',
    'export-ready': 'Eksport „{title}” jest gotowy, wierszy: {count}.',
  },
  noticeNames: {
    mentioned: 'Ktoś woła mnie w komentarzu',
    changed: 'Ktoś inny zmienił to, czym się opiekuję',
    'import-done': 'Koniec importu',
    'export-ready': 'Eksport jest gotowy',
  },
  mails: {
    mentioned: { subject: 'Komentarz: {code}', body: '{name} woła Cię w komentarzu do {code}.' },
    changed: { subject: 'Zmiana: {code}', body: 'Ktoś inny zmienił {code}, czym się opiekujesz. Co się zmieniło, pokazuje historia.' },
    'import-done': { subject: 'Koniec importu', body: 'Import „{name}” się zakończył. Zobacz, co dodano i co zostało do poprawy.' },
    'export-ready': { subject: 'Eksport jest gotowy', body: 'Eksport „{title}” jest gotowy. Plik czeka przez 7 dni.' },
  },
} as const
