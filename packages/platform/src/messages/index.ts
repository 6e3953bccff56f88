import type { Messages } from '../message.ts'
import { en } from './en.ts'
import { pl } from './pl.ts'

export const messages = { pl, en } satisfies Messages
