import { actAs, type JobContext, readerOf, statement, type Writing } from '@crm/platform/server'
import type { IntakeFailure } from '../../scan.ts'
import { settings } from '../../settings.ts'
import type { ScanDesk } from '../scans/desk.ts'

type IntakeSource = 'folder' | 'mail'

/** Lock a source for this run: another worker's run waits until it has ended. */
export async function lockIntake(desk: ScanDesk, source: IntakeSource): Promise<void> {
  await statement('insert ignore into storage_intake (desk, source) values (?,?)', [desk.kind, source])
  await statement('select failure from storage_intake where desk = ? and source = ? for update', [desk.kind, source])
}

/** Remember that a source stands still, and since when; `null` when it works. */
export async function noteIntake(ctx: JobContext, desk: ScanDesk, { source, failure }: { source: IntakeSource; failure: IntakeFailure | null }): Promise<void> {
  const { affectedRows } = await statement('update storage_intake set since = ?, failure = ? where desk = ? and source = ? and not (failure <=> ?)', [
    failure === null ? null : ctx.now,
    failure,
    desk.kind,
    source,
    failure,
  ])
  if (affectedRows > 0) await ctx.journal({ document: `${desk.kind}:0`, note: `${source}: ${failure ?? 'works'}` })
}

/** The one in whose name scans come in by themselves; `null` where the setting names nobody who may. */
export async function intakePerson(ctx: JobContext, desk: ScanDesk): Promise<Writing | null> {
  const login = await ctx.system.settings.get(settings.intake.person)
  const [row] = await statement<{ id: number }[]>('select id from platform_user where login = ? and is_active = 1', [login])
  const user = row ? await readerOf(ctx.system, row.id) : null
  return user?.rights.has(desk.rights.upload.id) ? actAs(ctx, user, desk.rights.upload) : null
}
