import type { AnyRegister } from '@crm/register'
import { deriveWith } from '@crm/register/server'
import type { Beside } from '../contract-dates.ts'
import { annexesNow } from './annex-table.ts'

/** Let the computed fields of a variant follow its annexes. */
export const deriveWithBeside = (register: AnyRegister): void =>
  deriveWith(register, async (contractId): Promise<Beside> => ({ annexes: await annexesNow({ kind: register.id, contractId }) }))
