import type { System } from '@crm/platform/server'
import type { DocumentPart } from '@crm/storage'
import { annexPart, invoicePart } from '../part.ts'

/** The annexes and invoices of a contract of a kind: each has files of its own. */
export const contractParts =
  (kind: string) =>
  async ({ database }: System, contractId: number): Promise<DocumentPart[]> => {
    const [annexes, invoices] = await Promise.all(
      ['contract_annex', 'contract_invoice'].map((table) => database.read.query(`select id, number from ${table} where kind = ? and contract_id = ?`, [kind, contractId])),
    )
    const lines = (rows: typeof annexes) => (rows ?? []).map(([id, number]) => ({ id: Number(id), number: String(number) }))
    return [...lines(annexes).map(annexPart), ...lines(invoices).map(invoicePart)]
  }
