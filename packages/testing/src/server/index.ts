export { countJob } from './count-worker.ts'
export { type Browser, openBrowser, type Outcome } from './browser.ts'
export { type House, openHouse, testPassword } from './house.ts'
export { openStores, type Stores } from './schema.ts'
