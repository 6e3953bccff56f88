import { visibleKeys } from './access.ts'
import type { System, User } from '../context.ts'

interface About {
  readonly kind: string
  /** `contracts.trade:42`; without it the document is the one that the path leads to. */
  readonly document: string | null
  readonly path: string
}

/**
 * Those of the lines that are about something the person may still know of: the right of their kind is held, and the document is
 * there for them. What one may not see is not there.
 *
 * @param rightOf the right that a line's kind asks for; lines of unknown kinds are dropped
 */
export async function onlySeen<Line extends About>(
  { system, user }: { system: System; user: User },
  lines: readonly Line[],
  rightOf: ReadonlyMap<string, string>,
): Promise<Line[]> {
  const held = lines.filter((line) => user.rights.has(rightOf.get(line.kind) ?? ''))
  // A task may have a key of its own beside the document that its page shows; both must be there.
  const keyed = held.map((line) => ({ line, keys: [line.document, documentAt(system, line.path)].filter((key) => key !== null) }))
  const seen = await visibleKeys(system, user, [...new Set(keyed.flatMap(({ keys }) => keys))])
  return keyed.filter(({ keys }) => keys.every((key) => seen.has(key))).map(({ line }) => line)
}

/** The document whose page an address is, by the addresses of the kinds; `null` for any other page. */
function documentAt(system: System, path: string): string | null {
  const kind = system.apps.flatMap((server) => server.documents ?? []).find((one) => one.path !== '' && path.startsWith(`${one.path}/`))
  const id = kind ? /^\d+/.exec(path.slice(kind.path.length + 1))?.[0] : undefined
  return kind && id ? `${kind.kind}:${id}` : null
}
