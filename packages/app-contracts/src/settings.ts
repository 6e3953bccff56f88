import { countSetting, defineSettings, linesSetting, switchSetting, textSetting } from '@crm/platform'

/** What an admin decides for every contract. */
export const settings = defineSettings('contracts', {
  /** What a contract with a notice deadline gets by itself, relative to the last safe day to decide. */
  reminders: {
    isOn: switchSetting(true),
    about: textSetting({ initial: 'Zdecydować: wypowiedzieć czy przedłużyć', limit: 200 }),
    ladder: linesSetting({ initial: ['30', '14', '7'], limit: 10, pattern: /^\d{1,3}$/ }),
    /** From which step of the ladder on the owner's supervisor hears too; 0 is never. */
    escalateFrom: countSetting({ initial: 3, min: 0, max: 10 }),
  },
})
