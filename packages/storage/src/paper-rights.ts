import { type Right, right } from '@crm/platform'

/** What can be done with the paper of a document; spread it into the owner's tree. */
export const paperRights = () => ({ view: right(), move: right(), lend: right() }) as const
export type PaperRights = { readonly [Name in keyof ReturnType<typeof paperRights>]: Right }

/** The places where an app's papers lie. */
export const placeRights = () => ({ view: right({ denied: 'page' }), count: right(), manage: right({ risk: 'sensitive' }) }) as const
export type PlaceRights = { readonly [Name in keyof ReturnType<typeof placeRights>]: Right }

/** Texts of {@link paperRights}, for the documents named, and of {@link placeRights}. */
export const paperRightTexts = {
  pl: (of: string) => ({
    view: { name: `${of}: gdzie jest oryginał`, description: 'Miejsce oryginału i kto go wypożyczył.' },
    move: { name: `${of}: przenoszenie oryginału`, description: 'Wskazanie, gdzie teraz leży oryginał.' },
    lend: { name: `${of}: wypożyczanie oryginału`, description: 'Wydanie oryginału do ręki i przyjęcie zwrotu.' },
  }),
  en: (of: string) => ({
    view: { name: `${of}: where the paper is`, description: 'The place of the paper and who has it.' },
    move: { name: `${of}: move the paper`, description: 'Say where the paper lies now.' },
    lend: { name: `${of}: lend the paper`, description: 'Hand the paper out and take it back.' },
  }),
}
export const placeRightTexts = {
  pl: {
    view: { name: 'Oryginały: wejście', description: 'Lista miejsc i wypożyczonych oryginałów.' },
    count: { name: 'Oryginały: spis z natury', description: 'Liczenie oryginałów w miejscu przez odczyt etykiet.' },
    manage: { name: 'Oryginały: miejsca', description: 'Dodawanie, zmiana i usuwanie miejsc.' },
  },
  en: {
    view: { name: 'Papers: enter', description: 'The list of places and of papers lent out.' },
    count: { name: 'Papers: stock-taking', description: 'Count the papers of a place by reading labels.' },
    manage: { name: 'Papers: places', description: 'Add, change and remove places.' },
  },
}
