import type { AnyRegister } from '@crm/register'
import { deriveWith } from '@crm/register/server'
import type { Beside } from '../contract-dates.ts'
import { annexesNow } from './annex-table.ts'
import { invoicesNow } from './invoice-table.ts'

/** Let the computed fields of a variant follow its annexes and invoices. */
export const deriveWithBeside = (register: AnyRegister): void =>
  deriveWith(register, async (contractId): Promise<Beside> => {
    const of = { kind: register.id, contractId }
    return { annexes: await annexesNow(of), invoices: await invoicesNow(of) }
  })
