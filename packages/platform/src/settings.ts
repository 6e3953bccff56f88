import { choiceSetting, countSetting, defineSettings, linesSetting, secretSetting, textSetting } from './setting.ts'

const network = /^[0-9a-f.:]+(\/\d{1,3})?$/i

/** What an admin may tune of signing in and of accounts. */
export const settings = defineSettings('platform', {
  password: {
    /** Asked for by the client: once a quarter. 0 switches rotation off, as ASVS 6.2.10 would have it. */
    maxAgeDays: countSetting({ initial: 90, min: 0, max: 3_650, unit: 'days' }),
    minLength: countSetting({ initial: 12, min: 8, max: 64 }),
  },
  session: {
    idleMinutes: countSetting({ initial: 30, min: 5, max: 720, unit: 'minutes' }),
    /** A browser more, and the one that was not used for the longest time is signed out. */
    mostPerPerson: countSetting({ initial: 10, min: 1, max: 100 }),
    absoluteHours: countSetting({ initial: 12, min: 1, max: 72, unit: 'hours' }),
  },
  signIn: {
    /** Wrong passwords within a quarter of an hour after which a captcha is asked for. */
    captchaAfter: countSetting({ initial: 5, min: 1, max: 10 }),
    /** Whole networks that stand for many people: ten times the limits of a single address. */
    officeNetworks: linesSetting({ initial: [], limit: 50, pattern: network }),
  },
  /** When guessing passwords is an attack. Of a known network of the office, ten times as much. */
  guard: {
    /** Wrong passwords at one account within a quarter of an hour, from unknown browsers, after which those are refused. */
    accountFailures: countSetting({ initial: 10, min: 3, max: 100 }),
    /** Places from which they came that make it an attack of many. */
    accountAddresses: countSetting({ initial: 3, min: 2, max: 100 }),
    /** Accounts tried from one address within an hour. */
    sprayLogins: countSetting({ initial: 8, min: 3, max: 1_000 }),
    /** The same from a whole neighbourhood of addresses. */
    sprayAreaLogins: countSetting({ initial: 15, min: 3, max: 1_000 }),
    /** Wrong passwords of the whole system within five minutes; fewer are never a storm. */
    stormFailures: countSetting({ initial: 30, min: 5, max: 10_000 }),
    /** How many times the usual rate of this hour of the day. */
    stormTimes: countSetting({ initial: 5, min: 2, max: 100 }),
    stormAddresses: countSetting({ initial: 10, min: 2, max: 1_000 }),
    /** Wrong passwords from one place within an hour that make a right one worth a look. */
    suspiciousFailures: countSetting({ initial: 5, min: 2, max: 100 }),
  },
  /** What is done about refusals; 0 switches one off. */
  watch: {
    /** Documents that are not there, within an hour, after which each answer takes a second longer. */
    missingSlow: countSetting({ initial: 20, min: 0, max: 10_000 }),
    /** The same, after which the session ends. */
    missingEnd: countSetting({ initial: 50, min: 0, max: 10_000 }),
    /** Denied actions within a minute after which a session only reads for a quarter of an hour. */
    deniedPause: countSetting({ initial: 10, min: 0, max: 1_000 }),
    /** Files downloaded by one person within ten minutes after which the password is asked for. */
    massDownloads: countSetting({ initial: 60, min: 0, max: 10_000 }),
    /** Exports by one person within an hour that are told. */
    massExports: countSetting({ initial: 10, min: 0, max: 1_000 }),
  },
  captcha: {
    provider: choiceSetting({ initial: 'altcha', choices: ['altcha', 'recaptcha-v2', 'recaptcha-v3', 'recaptcha-enterprise'] }),
    when: choiceSetting({ initial: 'failures', choices: ['failures', 'always'] }),
    siteKey: textSetting({ initial: '', limit: 100 }),
    project: textSetting({ initial: '', limit: 100 }),
    minScorePercent: countSetting({ initial: 50, min: 0, max: 100, unit: 'percent' }),
    secret: secretSetting('RECAPTCHA_SECRET'),
    apiKey: secretSetting('RECAPTCHA_API_KEY'),
  },
})
