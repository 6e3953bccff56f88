export { type MailLine, type MailState, listMail, resendMail } from './list.ts'
export { mail, mailTo } from './mail.ts'
