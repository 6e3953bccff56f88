/** One's own calendar, for a program that cannot sign in. */
export const calendar = {
  name: 'Terminy – {company}',
  reminder: '{about} ({code})',
  title: 'Kalendarz w telefonie i programie pocztowym',
  lead: 'Tajny adres, który wkleja się w programie kalendarza. Są w nim własne przypomnienia i terminy decyzji, które możesz teraz zobaczyć. Kto zna adres, widzi te terminy – nie przekazuj go nikomu.',
  make: 'Utwórz adres',
  renew: 'Zmień adres',
  revoke: 'Unieważnij adres',
  made: 'Utworzony {at}.',
  seen: 'Ostatnio pobierany {at}.',
  neverSeen: 'Jeszcze nie pobierany.',
  none: 'Nie masz takiego adresu.',
  address: 'Adres kalendarza',
  once: 'Skopiuj go teraz: drugi raz nie da się go pokazać. Poprzedni adres już nie działa.',
  copy: 'Kopiuj',
  copied: 'Skopiowano.',
  revoked: 'Adres już nie działa.',
} as const
