export { admin } from './admin.ts'
export { rights } from './rights.ts'
export type * from './rights-wire.ts'
export type { PersonLine } from './wire.ts'
