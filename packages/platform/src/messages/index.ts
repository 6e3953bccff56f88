import type { FailureCode } from '../failure.ts'
import type { Message, Messages, SameMessages } from '../message.ts'
import { en } from './en.ts'
import { pl } from './pl.ts'

/** A sentence for every failure: a new code does not compile without one. */
pl.failures satisfies Record<FailureCode, Message>

export const messages = { pl, en: en satisfies SameMessages<typeof pl> } satisfies Messages
