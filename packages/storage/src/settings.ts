import { defineSettings, secretSetting, textSetting } from '@crm/platform'

/** Scans that come in by themselves. Where they come from is the environment's: an address with its password is no setting. */
export const settings = defineSettings('storage', {
  intake: {
    /** The login of the one in whose name they are placed: their rights count, and their name is in the journal. */
    person: textSetting({ initial: '', limit: 60 }),
    folder: secretSetting('SCAN_FOLDER'),
    mailbox: secretSetting('SCAN_MAIL_URL'),
  },
})
