/** Documents that nobody can open any more. */
export const shut = {
  title: 'Dokumenty bez dostępu',
  lead: 'Te dokumenty mają własną tabelę dostępu, a nikt z czynnym kontem nie może ich przez nią otworzyć. Wskaż, kto ma je przejąć: dostanie wszystko, na co pozwalała tabela.',
  empty: 'Każdy dokument ma kogoś, kto może go otworzyć.',
  fields: { title: 'Rejestr', code: 'Dokument' },
  heir: 'Kto przejmie',
  nobody: 'Nie ma nikogo takiego.',
  give: 'Przekaż',
  given: 'Przekazano: {code}.',
} as const

export const shutRights = {
  access: { rescue: { name: 'Dokumenty bez dostępu', description: 'Oglądanie dokumentów, których nikt nie może otworzyć, i przekazywanie ich następcy.' } },
} as const

export const shutIssues = { 'cannot-open': 'Ta osoba nie ma prawa do tego rejestru. Wskaż kogoś innego albo najpierw nadaj prawo.' } as const
