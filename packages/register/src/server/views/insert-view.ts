import { statement, type Writing } from '@crm/platform/server'
import type { AnyRegister, Audience, ViewState } from '../../index.ts'

/** Keep a view as whoever acts; the caller journals it. @returns its id */
export async function insertView(
  ctx: Pick<Writing, 'user' | 'now'>,
  register: AnyRegister,
  { name, state, audience }: { name: string; state: ViewState; audience: Audience },
): Promise<number> {
  const row = { register: register.id, owner_id: ctx.user.id, name, audience, state: JSON.stringify(state), updated_at: ctx.now }
  return (await statement('insert into register_view set ?', [row])).insertId
}
