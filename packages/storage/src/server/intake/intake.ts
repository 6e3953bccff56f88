import { actAs, type JobContext, readerOf, statement, type Writing } from '@crm/platform/server'
import type { IntakeFailure, IntakeSource } from '../../scan.ts'
import { settings } from '../../settings.ts'
import type { ScanDesk } from '../scans/desk.ts'

/** What is remembered of a source between two looks. */
export interface IntakeState {
  readonly failure: IntakeFailure | null
  readonly attempts: number
  readonly next_at: Date | null
  readonly fingerprint: string | null
}

/** Lock a source for this run; `null` while another worker's run is at it. */
export async function lockIntake(desk: ScanDesk, source: IntakeSource): Promise<IntakeState | null> {
  const lock = () =>
    statement<IntakeState[]>('select failure, attempts, next_at, fingerprint from storage_intake where desk = ? and source = ? for update skip locked', [desk.kind, source])
  const [known] = await lock()
  if (known) return known
  const [busy] = await statement<object[]>('select 1 from storage_intake where desk = ? and source = ?', [desk.kind, source])
  if (busy) return null
  await statement('insert ignore into storage_intake (desk, source) values (?,?)', [desk.kind, source])
  return (await lock())[0] ?? null
}

/** Remember that a source was looked at, whether it stands still, and since when; `null` when it works. */
export async function noteIntake(ctx: JobContext, desk: ScanDesk, { source, failure }: { source: IntakeSource; failure: IntakeFailure | null }): Promise<void> {
  const { affectedRows } = await statement('update storage_intake set since = ?, failure = ? where desk = ? and source = ? and not (failure <=> ?)', [
    failure === null ? null : ctx.now,
    failure,
    desk.kind,
    source,
    failure,
  ])
  await statement('update storage_intake set looked_at = ? where desk = ? and source = ?', [ctx.now, desk.kind, source])
  if (affectedRows > 0) await ctx.journal({ document: `${desk.kind}:0`, note: `${source}: ${failure ?? 'works'}` })
}

/** The one in whose name scans come in by themselves; `null` where the setting names nobody who may. */
export async function intakePerson(ctx: JobContext, desk: ScanDesk): Promise<Writing | null> {
  const login = await ctx.system.settings.get(settings.intake.person)
  const [row] = await statement<{ id: number }[]>('select id from platform_user where login = ? and is_active = 1', [login])
  const user = row ? await readerOf(ctx.system, row.id) : null
  return user?.rights.has(desk.rights.upload.id) ? actAs(ctx, user, desk.rights.upload) : null
}
