import type { Messages, SameMessages } from '@crm/platform'
import { en } from './en.ts'
import { pl } from './pl.ts'

export const messages = { pl, en: en satisfies SameMessages<typeof pl> } satisfies Messages
