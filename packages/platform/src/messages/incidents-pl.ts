/** Attacks, as those who look after them hear of them. */
export const incidentNotices = {
  'incident-opened': 'Atak: incydent {code}. Sprawdź ślady i zdecyduj, co dalej.',
  'incident-seen': 'Coś podejrzanego: incydent {code}.',
} as const

export const incidentNoticeNames = {
  'incident-opened': 'Atak na system',
  'incident-seen': 'Coś podejrzanego w systemie',
} as const

export const incidentMails = {
  'incident-opened': { subject: 'Atak na system', body: 'System zauważył atak i odpowiedział na niego. Incydent {code} ze śladami czeka w sekcji administratora.' },
  'incident-seen': { subject: 'Coś podejrzanego w systemie', body: 'System zauważył coś podejrzanego: incydent {code} w sekcji administratora.' },
} as const

export const incidentRights = {
  view: { name: 'Incydenty: podgląd', description: 'Oglądanie ataków na system i ich śladów; kto ma to prawo, dostaje o nich wiadomości.' },
  decide: { name: 'Incydenty: decyzje', description: 'Potwierdzanie incydentów i uznawanie ich za fałszywy alarm.' },
} as const
