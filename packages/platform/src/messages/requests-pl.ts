/** Asking for access, and seeing as another person. */
export const requestsPl = {
  title: 'Prośby o dostęp',
  ask: 'Poproś o dostęp',
  reason: 'Po co jest ten dostęp?',
  send: 'Wyślij prośbę',
  sent: 'Wysłano. Odpowiedź przyjdzie jako powiadomienie.',
  empty: 'Nikt o nic nie prosi.',
  once: 'Do końca dnia',
  until: 'Do dnia',
  no: 'Odmów',
  decided: { once: 'zgoda na jeden dzień', until: 'zgoda do {at}', no: 'odmowa' },
  by: 'zdecydował(a) {name}',
  done: 'Zapisano decyzję.',
  seeAs: 'Zobacz jako ta osoba',
  seeing: 'Oglądasz system oczami: {name}. Niczego nie można zmienić; przerywana ramka to coś, czego ta osoba nie ma.',
  end: 'Zakończ podgląd',
} as const
