export const destroyEn = {
  button: 'Delete for good',
  title: 'Delete for good?',
  lead: 'This cannot be undone. The history stays in the journal.',
  trash: 'A record waits in the trash for 30 days, then it goes by itself.',
  withIt: 'With it goes:',
  reason: 'Reason',
  reasonHelp: 'It stays beside the number in the list of voided numbers and in the journal. Nobody gets this number again.',
  blocked: 'It cannot be deleted while something else refers to it:',
  done: 'Deleted for good.',
  attached: { comments: 'comments', reminders: 'reminders', files: 'attachments', other: 'records of other registers' },
} as const
