export { type DamageName, damageNames, damages } from './damage.ts'
export { type CutLabel, cutLabel } from './paper.ts'
export { bindPages, type ScannedPage, scanPage } from './scan.ts'
