import { choiceSetting, countSetting, defineSettings, linesSetting, secretSetting, textSetting } from '@crm/platform'

/** Scans that come in by themselves. Where the folder is, and the mailbox's password, are the environment's. */
export const settings = defineSettings('storage', {
  intake: {
    /** The login of the one in whose name they are placed: their rights count, and their name is in the journal. */
    person: textSetting({ initial: '', limit: 60 }),
    folder: secretSetting('SCAN_FOLDER'),
  },
  mailbox: {
    /** Without one, no mailbox is looked into. */
    server: textSetting({ initial: '', limit: 200 }),
    port: countSetting({ initial: 993, min: 1, max: 65_535 }),
    encryption: choiceSetting({ initial: 'tls', choices: ['tls', 'starttls'] }),
    user: textSetting({ initial: '', limit: 200 }),
    password: secretSetting('SCAN_MAIL_PASSWORD'),
    folder: textSetting({ initial: 'INBOX', limit: 200 }),
    done: textSetting({ initial: 'Skany wczytane', limit: 200 }),
    rejected: textSetting({ initial: 'Skany odrzucone', limit: 200 }),
    /** Addresses and `@` domains; nobody named stands for the mailbox's own domain. */
    senders: linesSetting({ initial: [], limit: 100, pattern: /^[^\s@]*@[^\s@]+\.[^\s@]+$/ }),
    mostMegabytes: countSetting({ initial: 50, min: 1, max: 500, unit: 'megabytes' }),
  },
})
