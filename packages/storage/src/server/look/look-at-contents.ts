import { type JobContext, statement } from '@crm/platform/server'
import { lookAtContents as job } from '../../jobs.ts'
import { openBlobStore } from '../blob-store.ts'
import { keepPicture } from '../keep-picture.ts'
import { takeWaiting } from '../waiting-contents.ts'
import { lookInLimitedProcess } from './limited-process.ts'
import { noteActive } from './note-active.ts'
import { thumbPath } from './thumb-path.ts'

/** So many a job: a killed worker loses seconds. */
const atOnce = 5

/** Contents that wait are looked at, each once: a small picture, and what a PDF would do by itself. Two workers take different ones. */
export default async function lookAtContents(ctx: JobContext): Promise<void> {
  const data = ctx.system.env.CRM_DATA
  const blobs = openBlobStore(data)
  const waiting = await takeWaiting('storage_look', atOnce)
  for (const { sha256, type } of waiting) {
    const { hasThumb, active, pageCount } = await keepPicture(
      thumbPath(data, sha256),
      (to) => lookInLimitedProcess({ path: blobs.pathOf(sha256), type, to }),
      (look) => look.hasThumb,
    )
    await statement("update storage_look set state = 'done', has_thumb = ?, active = ?, page_count = ?, looked_at = ? where sha256 = ?", [
      hasThumb,
      active.join(','),
      pageCount,
      ctx.now,
      sha256,
    ])
    if (active.length > 0) await noteActive(ctx, { sha256, active })
  }
  if (waiting.length === atOnce) await ctx.send(job, {})
}
