export { directory } from './directory.ts'
export { party } from './party.ts'
export { rights } from './rights.ts'
export { checkDigit, isNip, plainNip } from './tax-number.ts'
