export const voidedPl = {
  number: 'Numer',
  at: 'Usunięto',
  by: 'Kto',
  reason: 'Powód',
  overdue: 'Minęło 30 dni w koszu',
  count: { one: '{count} numer', few: '{count} numery', many: '{count} numerów', other: '{count} numeru' },
  empty: 'Żaden numer nie jest unieważniony.',
  lead: 'Tu stoją numery pozycji usuniętych na zawsze, z powodem: nikt ich już nie dostanie.',
  gone: 'Numer {number} jest unieważniony: pozycję usunięto na zawsze {at}. Powód: {reason}',
} as const
