export const destroyEn = {
  button: 'Delete for good',
  title: 'Delete for good?',
  lead: 'This cannot be undone. The history stays in the journal.',
  trash: 'A record waits in the trash for 30 days, then it goes by itself.',
  withIt: 'With it goes:',
  blocked: 'It cannot be deleted while something else refers to it:',
  done: 'Deleted for good.',
  attached: { reminders: 'reminders', files: 'attachments', other: 'records of other registers' },
} as const
