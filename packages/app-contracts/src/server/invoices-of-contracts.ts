import type { Day, Money } from '@crm/platform'
import type { System } from '@crm/platform/server'

/** An invoice as a page of something else shows it. */
interface InvoiceOfContract {
  readonly contractId: number
  readonly number: string
  readonly seller: string
  readonly issuedOn: Day
  readonly isPaid: boolean
  readonly gross: Money
  readonly currency: string
}

/** The newest invoices of some contracts of a variant, which the reader was found to see, and how many there are. */
export async function invoicesOfContracts(
  system: System,
  { kind, ids, limit }: { kind: string; ids: readonly number[]; limit: number },
): Promise<{ count: number; lines: InvoiceOfContract[] }> {
  if (ids.length === 0) return { count: 0, lines: [] }
  const { read } = system.database
  const [[total], rows] = await Promise.all([
    read.query('select count(*) from contract_invoice where kind = ? and contract_id in (?)', [kind, ids]),
    read.query(
      'select contract_id, number, seller, issued_on, paid_on is not null, gross, currency from contract_invoice where kind = ? and contract_id in (?) order by issued_on desc, id desc limit ?',
      [kind, ids, limit],
    ),
  ])
  return {
    count: Number(total?.[0]),
    lines: rows.map(([contractId, number, seller, issuedOn, isPaid, gross, currency]) => ({
      contractId: Number(contractId),
      number: String(number),
      seller: String(seller),
      issuedOn: String(issuedOn),
      isPaid: Number(isPaid) === 1,
      gross: String(gross),
      currency: String(currency),
    })),
  }
}
