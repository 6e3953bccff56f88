import { Failure } from '@crm/platform'
import type { System } from '@crm/platform/server'
import type { AnyRegister } from '@crm/register'
import { findRecord, type Stored } from '@crm/register/server'

/**
 * A contract whose annexes and invoices are about to change, locked: two people cannot put the same number on two of them.
 *
 * @throws Failure 'missing', or 'put-away' for one in the archive or the trash
 */
export async function contractInUse(system: System, register: AnyRegister, id: number): Promise<Stored> {
  const contract = await findRecord(system, register, { id, isLocked: true })
  if (!contract) throw new Failure('missing')
  if (contract.shelf !== 'current') throw new Failure('put-away')
  return contract
}
