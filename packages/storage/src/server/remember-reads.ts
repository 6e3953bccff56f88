import type { Reading } from '@crm/platform/server'

const sameReadMs = 10 * 60_000

/** A viewer fetches one file in many ranges: one reading within ten minutes is one entry. */
export function rememberReads(): (ctx: Reading, what: string) => boolean {
  const reads = new Map<string, number>()
  return (ctx, what) => {
    const key = `${ctx.session} ${what}`
    const now = ctx.now.getTime()
    const isKnown = (reads.get(key) ?? 0) > now - sameReadMs
    if (reads.size > 10_000) reads.clear()
    if (!isKnown) reads.set(key, now)
    return isKnown
  }
}
