export { admin } from './admin.ts'
export { rights } from './rights.ts'
export type * from './rights-wire.ts'
export type { JournalLine, JournalQuestion, PersonLine } from './wire.ts'
