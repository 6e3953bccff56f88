/** What the engine tells people, how its kinds are called, and its letters. */
export const noticesEn = {
  notices: {
    mentioned: '{name} calls you in a comment: {code}.',
    changed: '{name} changes {code}.',
    'import-done': 'The import of “{name}” is done.',
    'export-ready': 'The export “{title}” is ready, rows: {count}.',
  },
  noticeNames: {
    mentioned: 'Somebody calls me in a comment',
    changed: 'Somebody else changed what I look after',
    'import-done': 'An import is done',
    'export-ready': 'An export is ready',
  },
  mails: {
    mentioned: { subject: 'Comment: {code}', body: '{name} calls you in a comment on {code}.' },
    changed: { subject: 'Changed: {code}', body: 'Somebody else changed {code}, which you look after. The history shows what.' },
    'import-done': { subject: 'An import is done', body: 'The import of “{name}” is done. See what was added and what is left to be mended.' },
    'export-ready': { subject: 'An export is ready', body: 'The export “{title}” is ready. The file waits for 7 days.' },
  },
} as const
