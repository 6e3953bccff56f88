import { randomUUID } from 'node:crypto'
import { type Right, rightsOf } from '../index.ts'
import type { Reading, System, Writing } from './context.ts'
import { demand, write } from './procedure.ts'

/** Do something as a user who exists, in one transaction: for sample data and tests, where nobody has signed in. */
export async function asSampleUser<T>(system: System, who: { login: string; right: Right }, work: (ctx: Writing) => Promise<T>): Promise<T> {
  return write(await readingAs(system, who), work)
}

async function readingAs(system: System, { login, right }: { login: string; right: Right }): Promise<Reading> {
  const [row] = await system.database.read.query('select id, name from platform_user where login = ?', [login])
  if (!row) throw new Error(`No user "${login}" to act as`)
  const rights = new Set(system.apps.flatMap(({ app }) => rightsOf(app.rights)).map((held) => held.id))
  const user = { id: Number(row[0]), login, name: String(row[1]), isActive: true, rights, holders: [`u${row[0]}`], grants: [], restrictedKinds: new Set<string>() }
  return demand({ system, requestId: randomUUID(), ip: '127.0.0.1', userAgent: '', cookie: '', user, session: null, setCookie: () => undefined }, right)
}
