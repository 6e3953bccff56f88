export const commentsPl = {
  none: 'Nikt jeszcze nic nie napisał.',
  label: 'Nowy komentarz',
  help: '@ i początek nazwiska woła osobę, która widzi tę pozycję. Ctrl+Enter wysyła.',
  people: 'Kogo zawołać',
  send: 'Dodaj komentarz',
  edit: 'Popraw komentarz',
  edited: 'poprawiony',
  remove: 'Usuń komentarz',
  removeAsk: 'Usunąć komentarz?',
  gone: 'konto usunięte',
} as const
