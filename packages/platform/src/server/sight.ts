import type { Reading } from './context.ts'

interface About {
  readonly kind: string
  readonly document: string | null
}

/**
 * Those of the lines that are about something the reader may still know of: the right of their kind is held and the document's
 * owner shows it. What one may not see is not there.
 *
 * @param rightOf the right that a line's kind asks for; lines of unknown kinds are dropped
 */
export async function onlySeen<Line extends About>(ctx: Omit<Reading, 'right'>, lines: readonly Line[], rightOf: ReadonlyMap<string, string>): Promise<Line[]> {
  const held = lines.filter((line) => ctx.user.rights.has(rightOf.get(line.kind) ?? ''))
  const asked = Map.groupBy(
    held.filter((line) => line.document !== null),
    (line) => kindOf(line.document ?? ''),
  )
  const seen = new Map<string, ReadonlySet<number>>()
  for (const [kind, about] of asked) {
    const sees = ctx.system.apps.find((server) => server.sees?.[kind])?.sees?.[kind]
    // The right of the kind was checked; documents that nobody owns here are shown by it alone.
    if (sees) seen.set(kind, await sees(ctx as Reading, [...new Set(about.map((line) => idOf(line.document ?? '')))])) // the owner asks for the user, not for a right
  }
  return held.filter((line) => line.document === null || (seen.get(kindOf(line.document))?.has(idOf(line.document)) ?? true))
}

const kindOf = (document: string) => document.slice(0, document.lastIndexOf(':'))
const idOf = (document: string) => Number(document.slice(document.lastIndexOf(':') + 1))
