import { recordSecurity, type Request } from '@crm/platform/server'
import type { PackedReason } from './packed-parts.ts'

/** From so many within an hour on it is no accident. */
const accidents = 3
const windowSeconds = 3_600

/** A file that could do harm was refused: an event for who watches, a critical one from the third within an hour of one person. A broken file is none. */
export async function noteRefused(request: Request, { reason, name, document }: { reason: PackedReason; name: string; document: string }): Promise<void> {
  if (reason === 'broken') return
  const since = new Date(request.system.now().getTime() - windowSeconds * 1_000)
  const [row] = await request.system.database.read.query("select count(*) from platform_security_event where rule = 'dangerous-file' and user_id <=> ? and at > ?", [
    request.user?.id ?? null,
    since,
  ])
  const count = Number(row?.[0] ?? 0) + 1
  const severity = count >= accidents ? 'critical' : 'warn'
  await recordSecurity(request, { rule: 'dangerous-file', severity, document, sample: `${reason}: ${name}`, count, windowSeconds, action: 'refused' })
}
