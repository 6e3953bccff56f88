import { Failure, type Language, type Me, type Theme } from '../../../index.ts'
import { passwordStateOf } from '../passwords/password-state.ts'
import type { Request } from '../../context.ts'
import { readUserRights } from '../../rights/user-rights.ts'

/** What the browser knows of the person at it. */
export async function me(request: Request, userId: number): Promise<Me> {
  const { read } = request.system.database
  const [rows, { rights, grants }, password] = await Promise.all([
    read.execute('select login, name, language, theme from platform_user where id = ?', [userId]),
    readUserRights(read, userId),
    passwordStateOf(request.system, userId),
  ])
  const now = request.system.now().toISOString()
  const granted = new Set(grants.filter((grant) => grant.fromAt <= now && (grant.untilAt === null || now < grant.untilAt)).flatMap((grant) => [...grant.rights]))
  const seer = request.user?.seenBy
  const row = rows[0]
  if (!row) throw new Failure('signed-out')
  return {
    id: userId,
    login: String(row[0]),
    name: String(row[1]),
    language: row[2] as Language, // both are enums of the table
    theme: row[3] as Theme,
    rights: [...rights].sort(),
    granted: [...granted].filter((right) => !rights.has(right)),
    seenBy: seer && request.user?.id === userId ? { name: seer.name, rights: [...seer.rights] } : null,
    passwordEndsAt: password.endsAt,
  }
}
