export { type Browser, openBrowser, type Outcome } from './browser.ts'
export { digestOf } from './digest.ts'
export { type House, openHouse, testPassword } from './house.ts'
export { openStores, type Stores } from './schema.ts'
