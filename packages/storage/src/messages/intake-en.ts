/** Scans that come in by themselves. */
export const intake = {
  stopped: {
    folder: 'Folder of scans: {reason}',
    mail: 'Mailbox of scans: {reason}',
  },
  since: 'Since {since}. The files wait; they are taken in by themselves once the cause is gone.',
  reasons: {
    'no-person': 'the settings name no active person with the right to upload scans in whose name they come in.',
    unreadable: 'it cannot be read, or its subfolders “done” and “rejected” cannot be written.',
    'no-answer': 'the mail server does not answer.',
    'wrong-login': 'the mail server refused the login or password.',
  },
} as const

export const systemSettings = {
  intake: {
    title: 'Scans that come in by themselves',
    person: { name: 'In whose name', help: 'The login of the person whose rights count when scans from the folder and the mailbox are placed.' },
    folder: { name: 'Folder of scans', help: '' },
    mailbox: { name: 'Mailbox of scans (IMAP)', help: '' },
  },
} as const
