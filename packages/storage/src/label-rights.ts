import { type Right, right } from '@crm/platform'

/** The buttons of a document's label; spread it into the owner's tree. */
export const labelRights = () => ({ print: right(), void: right({ risk: 'sensitive' }) }) as const
export type LabelRights = { readonly [Name in keyof ReturnType<typeof labelRights>]: Right }

/** The desk where scans come in; one for each app that labels documents. */
export const scanRights = () => ({ view: right({ denied: 'page' }), upload: right(), sort: right({ risk: 'sensitive' }), sources: right() }) as const
export type ScanRights = { readonly [Name in keyof ReturnType<typeof scanRights>]: Right }

const labels = {
  pl: (of: string) => ({
    print: { name: `${of}: druk etykiet`, description: 'Drukowanie etykiety, po której skan trafia sam na swoje miejsce.' },
    void: { name: `${of}: unieważnianie etykiet`, description: 'Unieważnienie zgubionej lub zniszczonej etykiety.' },
  }),
  en: (of: string) => ({
    print: { name: `${of}: print labels`, description: 'Print the label by which a scan finds its place by itself.' },
    void: { name: `${of}: void labels`, description: 'Void a label that was lost or damaged.' },
  }),
}
const scans = {
  pl: {
    view: { name: 'Skany: wejście', description: 'Oglądanie swoich skanów i listy wydrukowanych etykiet.' },
    upload: { name: 'Skany: wczytywanie', description: 'Wczytywanie skanów do rozpoznania.' },
    sort: { name: 'Skany: rozkładanie', description: 'Oglądanie cudzych skanów i wskazywanie, do czego należą.' },
    sources: { name: 'Skany: folder i skrzynka', description: 'Stan folderu i skrzynki, listy, które przyszły, sprawdzanie połączenia.' },
  },
  en: {
    view: { name: 'Scans: enter', description: 'See one’s own scans and the list of printed labels.' },
    upload: { name: 'Scans: upload', description: 'Upload scans to be recognised.' },
    sort: { name: 'Scans: sort', description: 'See the scans of others and say what they belong to.' },
    sources: { name: 'Scans: folder and mailbox', description: 'See how the folder and the mailbox are, which letters came; test the connection.' },
  },
}

/** Texts of {@link labelRights}, for the documents named, and of {@link scanRights}. */
export const labelRightTexts = labels
export const scanRightTexts = scans
