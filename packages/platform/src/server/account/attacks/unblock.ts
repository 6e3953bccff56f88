import type { System } from '../../context.ts'
import { networkOf } from './network.ts'

export type Unblocked = { readonly user: string } | { readonly address: string } | 'all'

/**
 * Forget counts and locks of a person, of an address, or all of them.
 *
 * @returns how many there were
 */
export async function unblock(system: System, what: Unblocked): Promise<number> {
  const { read } = system.database
  const forget = async (where: string, values: readonly unknown[]) => {
    const answer = (await read.query(`delete from platform_throttle ${where}`, values)) as unknown as { affectedRows: number } // a changing statement's answer
    return answer.affectedRows
  }
  if (what === 'all') return forget('', [])
  if ('address' in what) return forget('where network = ?', [networkOf(what.address)])
  return forget('where user_id = (select id from platform_user where login = ? or email = ? limit 1)', [what.user, what.user])
}
