export { admin } from './admin.ts'
export { rights } from './rights.ts'
export type { JournalLine, JournalQuestion, PersonLine } from './wire.ts'
