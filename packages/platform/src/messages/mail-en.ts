import type { SameMessages } from '../message.ts'
import type { mail as polish } from './mail-pl.ts'

export const mail: SameMessages<typeof polish> = {
  hello: 'Hello {name}',
  news: 'Something new for you',
  newsOf: 'Something new about {code}',
  open: 'Open it in the system:',
  footer: 'This is an automatic message of {company}. Please do not answer it.',
}
