import type { SameMessages } from '../message.ts'
import type * as polish from './guard-pl.ts'

export const guardSettings: SameMessages<typeof polish.guardSettings> = {
  title: 'Attacks on passwords',
  accountFailures: {
    name: 'Wrong passwords to one account',
    help: 'Within a quarter of an hour, from unknown browsers. Then the account is shut to those for a quarter of an hour; the owner’s browsers go on.',
  },
  accountAddresses: { name: 'Places from which one account was tried', help: 'From so many on it is a critical attack of which the owner and the admins hear.' },
  sprayLogins: { name: 'Accounts tried from one address', help: 'Within an hour. The address is shut for an hour, and passwords that were right have to be changed.' },
  sprayAreaLogins: { name: 'Accounts tried from one neighbourhood of addresses', help: 'The same for a whole network /24 or /48.' },
  stormFailures: { name: 'Wrong passwords in the whole system', help: 'Within 5 minutes. Fewer are never a mass attack.' },
  stormTimes: { name: 'So many times more than usual at this hour', help: 'Usual is what the last seven days had at this hour.' },
  stormAddresses: {
    name: 'Addresses in a mass attack',
    help: 'From so many addresses on, unknown browsers solve a harder check until it has been quiet for a quarter of an hour.',
  },
  suspiciousFailures: { name: 'Wrong passwords before a right one', help: 'Within an hour from the same place. From so many on, the owner and the admins hear of the sign-in.' },
}

export const guardFailure = 'Somebody else knows this password, so it is not enough here. Set a new one by a link in an e-mail, or in a browser that you have used before.'

export const guardReasons: SameMessages<typeof polish.guardReasons> = {
  stuffing: 'During a mass attack somebody signed in with your password. It has probably leaked from another site.',
  spraying: 'From an address that guessed the passwords of many people, somebody signed in with yours.',
  distance: 'Your session was used in another network and another browser at the same moment. Somebody may have taken data from your computer.',
}

export const guardNotices: SameMessages<typeof polish.guardNotices> = {
  'password-forced': 'Your password must be changed at once: a stranger may know it.',
  'signed-in-after-failures': 'Somebody signed in to your account after many wrong passwords ({count}). If it was not you, change the password and end the sessions.',
}

export const guardNoticeNames: SameMessages<typeof polish.guardNoticeNames> = {
  'password-forced': 'I must change my password at once',
  'signed-in-after-failures': 'A sign-in to my account after many wrong passwords',
}

export const guardMails: SameMessages<typeof polish.guardMails> = {
  'password-forced': {
    subject: 'Change your password: a stranger may know it',
    body: 'Until the password is changed, your account does nothing else. Change it in a browser that you have used before, or choose “Forgotten password” on the sign-in page. If you use the same password elsewhere, change it there too.',
  },
  'signed-in-after-failures': {
    subject: 'A sign-in after many wrong passwords',
    body: 'Somebody signed in to your account, and before that many wrong passwords ({count}) were given from the same place. If it was you, you need not do anything. If not, change the password and end all sessions.',
  },
}
