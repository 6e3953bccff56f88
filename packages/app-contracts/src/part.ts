import type { DocumentPart } from '@crm/storage'

interface Numbered {
  readonly id: number
  readonly number: string
}

/** An annex as what files belong to. */
export const annexPart = ({ id, number }: Numbered): DocumentPart => ({ key: `annex:${id}`, code: number })

/** An invoice as what files belong to. */
export const invoicePart = ({ id, number }: Numbered): DocumentPart => ({ key: `invoice:${id}`, code: number })
