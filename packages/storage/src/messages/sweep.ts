import type { SameMessages } from '@crm/platform'

const pl = {
  notices: { 'content-lost': 'Brakuje treści plików ({missing}) albo jest uszkodzona ({damaged}), pierwsza: {first}. Przywróć je z kopii zapasowej.' },
  noticeNames: { 'content-lost': 'Brakująca lub uszkodzona treść plików' },
  mails: {
    'content-lost': {
      subject: 'Pliki systemu: brakująca lub uszkodzona treść',
      body: 'Nocna kontrola znalazła pliki, których treści brakuje albo jest inna, niż zapisano. Niczego nie usunięto. Przywróć folder plików z kopii zapasowej; szczegóły są w dzienniku.',
    },
  },
} as const

const en = {
  notices: { 'content-lost': 'Contents of files are missing ({missing}) or damaged ({damaged}), the first: {first}. Bring them back from a backup.' },
  noticeNames: { 'content-lost': 'Missing or damaged contents of files' },
  mails: {
    'content-lost': {
      subject: 'Files of the system: missing or damaged contents',
      body: 'The nightly check found files whose contents are missing or other than recorded. Nothing was deleted. Bring the folder of files back from a backup; the journal has the details.',
    },
  },
} as const satisfies SameMessages<typeof pl>

/** The words of the nightly check of contents. */
export const sweepTexts = { pl, en }
