import type { SameMessages } from '../message.ts'
import type * as polish from './watch-pl.ts'

export const watchSettings: SameMessages<typeof polish.watchSettings> = {
  title: 'Answers to refusals',
  missingSlow: { name: 'Slow down walking through numbers after', help: 'Refusals within an hour after which each further one takes a second longer. 0 switches it off.' },
  missingEnd: { name: 'End the session after', help: 'Refusals within an hour after which the session ends. 0 switches it off.' },
  massDownloads: {
    name: 'Ask for the password after downloads',
    help: 'Files of one person within 10 minutes after which the password is asked for and an incident is opened. 0 switches it off.',
  },
  massExports: { name: 'Report exports from', help: 'Exports of one person within an hour from which an incident is opened. 0 switches it off.' },
  deniedPause: { name: 'Pause writing after', help: 'Refusals within a minute after which the session only reads for a quarter of an hour. 0 switches it off.' },
}

export const watchFailure = 'After a burst of refusals this session only reads for {minutes} minutes. The form stays; save it then.'

export const watchNotices: SameMessages<typeof polish.watchNotices> = {
  'rights-changed': '{name} changes rights of users. If that was not agreed, look at it now.',
  'guard-changed': '{name} changes settings on which security stands.',
  'account-tried': 'Somebody tried to guess your password. Unknown devices cannot sign in for {minutes} minutes; yours go on.',
  'access-given': '{name} gives you access: {code}.',
  'access-ending': 'Access to {code} ends on {on}.',
  'right-ending': 'A right that was given for a time ends on {on}.',
}

export const watchNoticeNames: SameMessages<typeof polish.watchNoticeNames> = {
  'rights-changed': 'Somebody else changed rights',
  'guard-changed': 'Somebody else changed security settings',
  'account-tried': 'Somebody guesses my password',
  'access-given': 'I get access to a document',
  'access-ending': 'Access to a document ends in 3 days',
  'right-ending': 'A right given for a time ends in 3 days',
}

export const watchMails: SameMessages<typeof polish.watchMails> = {
  'rights-changed': { subject: 'Rights of users were changed', body: 'Somebody else changed rights of users. If that was not agreed, look into the journal now.' },
  'guard-changed': {
    subject: 'Security settings were changed',
    body: 'Somebody else changed settings on which the security of the system stands. If that was not agreed, look at it now.',
  },
  'account-tried': {
    subject: 'Attempts at your password',
    body: 'Somebody gave a wrong password to your account many times. Unknown devices cannot sign in for {minutes} minutes. Devices that you have used before go on. You need not do anything; if the password may have leaked, change it.',
  },
}
