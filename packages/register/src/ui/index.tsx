export { NewRecordPage } from './new-record-page.tsx'
export { RecordPage } from './record-page.tsx'
export { RegisterPage } from './register-page.tsx'
export { type BadgeLook, defineView, type RegisterView, type View } from './view.ts'
