import type { System, User } from '../context.ts'
import { readUserRights } from '../rights/user-rights.ts'

/** A person without a request, for jobs that must know what somebody may see. `null` when there is no such active account. */
export async function readerOf(system: System, userId: number): Promise<User | null> {
  const [row] = await system.database.read.query('select login, name from platform_user where id = ? and is_active = 1', [userId])
  if (!row) return null
  return { id: userId, login: String(row[0]), name: String(row[1]), isActive: true, ...(await readUserRights(system.database.read, userId)) }
}
