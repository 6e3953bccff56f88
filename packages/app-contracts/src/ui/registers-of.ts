import { sentenceOf } from '@crm/platform/ui'
import { messages } from '../messages/index.ts'
import { variants } from '../variants.ts'

/** The registers of every variant, as the desks of scans and papers show them. */
export const registersOf = () =>
  Object.entries(variants).map(([entity, { register }]) => ({ kind: register.id, title: sentenceOf(messages, `${entity}.title`), path: `/contracts/${entity}` }))
