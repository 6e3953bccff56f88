import { actAs, type JobContext, readerOf, recordSecurity, statement } from '@crm/platform/server'
import type { Activity } from '../../look.ts'
import { attachedToOf } from '../attached-to.ts'

interface Added {
  readonly document: string
  readonly name: string
  readonly user_id: number
}

/** Files that came in long ago are no news. */
const newsMs = 86_400_000

/** Who watches hears of a PDF that would do something by itself, with the one who added it. */
export async function noteActive(ctx: JobContext, { sha256, active }: { sha256: string; active: readonly Activity[] }): Promise<void> {
  const added = await statement<Added[]>(
    'select f.document, f.name, v.user_id from storage_version v join storage_file f on f.id = v.file_id where v.sha256 = ? and v.at > ? order by v.at limit 1',
    [sha256, new Date(ctx.now.getTime() - newsMs)],
  )
  for (const { document, name, user_id: userId } of added) {
    const to = attachedToOf(document)
    const user = await readerOf(ctx.system, userId)
    if (to && user)
      await recordSecurity(actAs(ctx, user, to.rights.upload), { rule: 'active-content', severity: 'warn', document, sample: `${active.join(', ')}: ${name}`, action: 'flagged' })
  }
}
