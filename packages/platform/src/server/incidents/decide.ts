import { Failure, type IncidentState, invalid } from '../../index.ts'
import type { Writing } from '../context.ts'
import { statement } from '../database/database.ts'

/**
 * An incident was looked at: it is known, or it was none. What was decided stays; further signs of the same attack are counted and only told again when they are graver.
 *
 * @throws Failure 'missing'; 'invalid' at `note` for a false alarm without a reason
 */
export async function decideIncident(ctx: Writing, { id, state, note }: { id: number; state: Exclude<IncidentState, 'open'>; note: string }): Promise<void> {
  if (state === 'false-alarm' && note.trim() === '') throw invalid({ path: 'note', code: 'required' })
  const [known] = await statement<{ code: string; state: IncidentState }[]>('select code, state from platform_incident where id = ? for update', [id])
  if (!known) throw new Failure('missing')
  await statement('update platform_incident set state = ?, handled_by = ?, handled_at = ?, handled_note = ? where id = ?', [state, ctx.user.id, ctx.now, note.trim() || null, id])
  await ctx.journal({ document: `platform.incident:${id}`, documentCode: known.code, changes: { state: [known.state, state] }, ...(note.trim() ? { note: note.trim() } : {}) })
}
