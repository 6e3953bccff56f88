import { Failure, type Language, type Me, type Theme } from '../index.ts'
import { passwordStateOf } from './account/password-state.ts'
import type { Request } from './context.ts'

/** What the browser knows of the person at it. */
export async function me(request: Request, userId: number): Promise<Me> {
  const { read } = request.system.database
  const [rows, held, password] = await Promise.all([
    read.execute('select login, name, language, theme from platform_user where id = ?', [userId]),
    read.execute('select right_id from platform_user_right where user_id = ? order by right_id', [userId]),
    passwordStateOf(request.system, userId),
  ])
  const row = rows[0]
  if (!row) throw new Failure('signed-out')
  return {
    id: userId,
    login: String(row[0]),
    name: String(row[1]),
    language: row[2] as Language, // both are enums of the table
    theme: row[3] as Theme,
    rights: held.map((line) => String(line[0])),
    passwordEndsAt: password.endsAt,
  }
}
