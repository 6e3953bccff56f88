import type { Messages, SameMessages } from '@crm/platform'

const pl = {
  thumb: 'Miniatura: {name}',
  active: 'aktywna treść',
  activities: {
    script: 'Ten PDF zawiera skrypt.',
    launch: 'Ten PDF próbuje uruchomić program.',
    send: 'Ten PDF próbuje wysłać albo wczytać dane.',
    files: 'Ten PDF ma w sobie inne pliki.',
  },
  asPictures: 'Ten PDF zawiera aktywną treść, dlatego jego strony są tu pokazane jako obrazy. Nic się z niego nie uruchomi.',
  page: 'Strona {page} z {count}',
  more: 'Pokazano {shown} z {count} stron. Całość jest w pliku do pobrania.',
  notDrawn: 'Stron tego PDF-a nie da się pokazać.',
} as const

const en = {
  thumb: 'Thumbnail: {name}',
  active: 'active content',
  activities: {
    script: 'This PDF contains a script.',
    launch: 'This PDF tries to start a program.',
    send: 'This PDF tries to send or fetch data.',
    files: 'This PDF has other files inside.',
  },
  asPictures: 'This PDF has active content, so its pages are shown here as pictures. Nothing in it is run.',
  page: 'Page {page} of {count}',
  more: '{shown} of {count} pages are shown. All of them are in the file to download.',
  notDrawn: 'The pages of this PDF cannot be shown.',
} as const satisfies SameMessages<typeof pl>

/** The words of small pictures and of PDFs that would do something by themselves. */
export const lookMessages = { pl, en } satisfies Messages
