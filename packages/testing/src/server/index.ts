export { insertBare, tableOf } from './bare-document.ts'
export { type Authenticator, openAuthenticator } from './authenticator.ts'
export { countJob } from './count-worker.ts'
export { type Browser, openBrowser, type Outcome, usualBrowser } from './browser.ts'
export { digestOf } from './digest.ts'
export { type House, openHouse, testPassword } from './house.ts'
export { type ImapMood, type ImapServer, openImap } from './imap/server.ts'
export { openStores, type Stores } from './schema.ts'
export { openRecaptcha, type Recaptcha, type RecaptchaMood } from './recaptcha.ts'
export { sampleDocx, samplePdf, sampleZip } from './sample-files.ts'
export { type ListedSubject, openWhiteList, type WhiteList, type WhiteListMood } from './white-list.ts'

/** A printer's label on paper on a scanner's glass; loaded by who needs it, for it draws. */
export const openScanner = () => import('./scanner/index.ts')
export type { DamageName } from './scanner/damage.ts'
export { foldersServer } from './folders.ts'
