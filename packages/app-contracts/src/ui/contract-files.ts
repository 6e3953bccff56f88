import { sentenceOf, shortRightName } from '@crm/platform/ui'
import type { FilesOf } from '@crm/storage/ui'
import { annexMessages } from '../messages/annexes.ts'
import { messages } from '../messages/index.ts'
import { invoiceMessages } from '../messages/invoices.ts'
import { annexPart, invoicePart } from '../part.ts'
import { rights } from '../rights.ts'
import { variants } from '../variants.ts'
import { api, type Entity } from './contract-api.ts'

/** The files of a variant's contracts, of their annexes and of their invoices. */
export const filesOf = (entity: Entity): FilesOf => ({
  kind: variants[entity].register.id,
  rights: rights[entity].files,
  api: api[entity].files,
  labelOf: (right) => shortRightName(messages, right),
  parts: {
    name: ({ key, code }) => (key.startsWith('annex:') ? sentenceOf(annexMessages, 'one', { number: code }) : sentenceOf(invoiceMessages, 'one', { number: code })),
    async list(documentId) {
      const [annexes, invoices] = await Promise.all([api[entity].annexes.list.fetch({ documentId }), api[entity].invoices.list.fetch({ documentId })])
      return [...annexes.map(annexPart), ...invoices.map(invoicePart)]
    },
  },
})
