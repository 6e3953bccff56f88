export { Attachments } from './attachments.tsx'
export { LabelButton } from './label-button.tsx'
export { ScansPage } from './scans-page.tsx'
