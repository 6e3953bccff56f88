import { countSetting, defineSettings, switchSetting, textSetting } from '@crm/platform'

/** The register of VAT payers kept by the Ministry of Finance. */
export const settings = defineSettings('directory', {
  whiteList: {
    isOn: switchSetting(true),
    address: textSetting({ initial: 'https://wl-api.mf.gov.pl', limit: 200 }),
    /** The Ministry answers so many questions a day from one address, each about at most thirty taxpayers. */
    dailyLimit: countSetting({ initial: 100, min: 1, max: 10_000 }),
    isNightly: switchSetting(true),
    /** So many questions a day are left for people. */
    keptForPeople: countSetting({ initial: 40, min: 0, max: 10_000 }),
  },
})
