import type { SameMessages } from '@crm/platform'

const pl = {
  title: 'Odczytaj etykietę aparatem',
  picture: 'Obraz z aparatu',
  opening: 'Włączam aparat…',
  hold: 'Skieruj aparat na etykietę. Kod odczyta się sam.',
  problems: {
    denied: 'Przeglądarka nie ma zgody na użycie aparatu. Zezwól na to przy adresie strony (kłódka → Aparat) i ponów.',
    none: 'To urządzenie nie ma aparatu. Przepisz kod z etykiety albo użyj czytnika.',
    busy: 'Aparatu nie da się włączyć: pewnie używa go inny program. Zamknij go i ponów.',
    insecure: 'Aparat działa tylko na stronie szyfrowanej (https). Przepisz kod z etykiety.',
  },
} as const

const en = {
  title: 'Read a label with the camera',
  picture: 'What the camera sees',
  opening: 'Opening the camera…',
  hold: 'Point the camera at the label. The code is read by itself.',
  problems: {
    denied: 'The browser may not use the camera. Allow it beside the address of the page (padlock → Camera) and try again.',
    none: 'This device has no camera. Type the code of the label or use a scanner.',
    busy: 'The camera cannot be opened: another program probably uses it. Close that and try again.',
    insecure: 'The camera works only on an encrypted page (https). Type the code of the label.',
  },
} as const satisfies SameMessages<typeof pl>

/** The words of reading labels by a camera. */
export const camera = { pl, en }
