import type { Messages, SameMessages } from '@crm/platform'

const pl = {
  kind: 'Rodzaj',
  noKind: 'bez rodzaju',
  part: 'Należy do',
  noPart: 'całego dokumentu',
  versions: 'Wersje',
  older: 'Wcześniejsze wersje zostają i można je pobrać.',
  text: 'Sama treść, bez układu strony. Cały dokument jest w pliku do pobrania.',
} as const

const en = {
  kind: 'Kind',
  noKind: 'no kind',
  part: 'Belongs to',
  noPart: 'the whole document',
  versions: 'Versions',
  older: 'Earlier versions stay and can be downloaded.',
  text: 'The text alone, without the layout. The whole document is in the file to download.',
} as const satisfies SameMessages<typeof pl>

/** The words of what a file is and was. */
export const kindMessages = { pl, en } satisfies Messages

const settingsPl = {
  files: {
    title: 'Załączniki',
    mostMegabytes: { name: 'Największy plik', help: '' },
    endings: { name: 'Dozwolone rozszerzenia', help: 'Jedno w wierszu, bez kropki. Treść pliku musi zgadzać się z nazwą.' },
    kinds: { name: 'Rodzaje plików', help: 'Jeden w wierszu. Rodzaj usunięty z listy zostaje przy plikach, które go mają.' },
  },
} as const
const settingsEn = {
  files: {
    title: 'Attachments',
    mostMegabytes: { name: 'Largest file', help: '' },
    endings: { name: 'Endings that are taken', help: 'One a line, without the dot. The content of a file must be what its name says.' },
    kinds: { name: 'Kinds of files', help: 'One a line. A kind that is taken off the list stays with the files that have it.' },
  },
} as const satisfies SameMessages<typeof settingsPl>
export const fileSettings = { pl: settingsPl, en: settingsEn }
