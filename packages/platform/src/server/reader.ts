import type { Reading, System, User } from './context.ts'

/** A person as a reader without a request: for jobs that must know what somebody may see. `null` when there is no such active account. */
export async function readerOf(system: System, userId: number): Promise<Omit<Reading, 'right'> | null> {
  const [[row], held] = await Promise.all([
    system.database.read.query('select login, name, is_active from platform_user where id = ?', [userId]),
    system.database.read.query('select right_id from platform_user_right where user_id = ?', [userId]),
  ])
  if (!row || Number(row[2]) !== 1) return null
  const user: User = { id: userId, login: String(row[0]), name: String(row[1]), isActive: true, rights: new Set(held.map(([right]) => String(right))) }
  const nobody = { requestId: '', ip: '127.0.0.1', userAgent: '', cookie: '', session: null, setCookie: () => undefined }
  return { ...nobody, system, user, now: system.now(), journalRead: () => Promise.resolve() }
}
