export { fold } from '@crm/platform'
