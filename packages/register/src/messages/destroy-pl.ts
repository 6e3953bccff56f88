export const destroyPl = {
  button: 'Usuń na zawsze',
  title: 'Usunąć na zawsze?',
  lead: 'Tego nie da się cofnąć. Historia zostaje w dzienniku.',
  trash: 'W koszu pozycja czeka 30 dni, potem znika sama.',
  withIt: 'Razem z nią zniknie:',
  reason: 'Powód usunięcia',
  reasonHelp: 'Zostanie przy numerze na liście numerów unieważnionych i w dzienniku. Tego numeru nikt już nie dostanie.',
  blocked: 'Nie można jej usunąć, bo odwołuje się do niej coś innego:',
  done: 'Usunięto na zawsze.',
  attached: { comments: 'komentarze', reminders: 'przypomnienia', files: 'załączniki', other: 'pozycje innych rejestrów' },
} as const
