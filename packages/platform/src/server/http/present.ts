import type { Present, PresentEvent, Standing } from '../../index.ts'
import type { Reading, System, User } from '../context.ts'

type Tell = (event: PresentEvent) => void

interface Tab {
  readonly user: Pick<User, 'id' | 'name'>
  readonly document: string | null
  readonly isEditing: boolean
  /** Absent while its stream is away. */
  readonly tell: Tell | null
  readonly ends: NodeJS.Timeout | null
}

/** A stream that was cut comes back within seconds; who does not has gone. */
const graceMs = 8_000

/** Which document each open tab of this process shows. It is a courtesy and no lock: nothing is stored, and a merge is offered to who comes second. */
function openPresent() {
  const tabs = new Map<string, Tab>()

  function put(key: string, tab: Omit<Tab, 'ends'>): void {
    const before = tabs.get(key)
    if (before?.ends) clearTimeout(before.ends)
    const ends = tab.tell ? null : setTimeout(() => drop(key), graceMs)
    ends?.unref()
    tabs.set(key, { ...tab, ends })
    for (const document of new Set([before?.document, tab.document])) if (document) tellAll(document)
  }
  function drop(key: string): void {
    const { document } = tabs.get(key) ?? { document: null }
    tabs.delete(key)
    if (document) tellAll(document)
  }
  function others(document: string, userId: number): Present[] {
    const found = new Map<number, Present>()
    for (const { user, document: at, isEditing } of tabs.values())
      if (at === document && user.id !== userId) found.set(user.id, { userId: user.id, name: user.name, isEditing: isEditing || (found.get(user.id)?.isEditing ?? false) })
    return [...found.values()]
  }
  function tellAll(document: string): void {
    for (const { user, document: at, tell } of tabs.values()) if (at === document) tell?.({ document, people: others(document, user.id) })
  }
  return {
    others,
    isKnown: (key: string): boolean => tabs.has(key),
    /** A tab's stream is open. @returns what to do when it closes */
    listen(key: string, user: Tab['user'], tell: Tell): () => void {
      put(key, { document: null, isEditing: false, ...tabs.get(key), user, tell })
      return () => {
        const tab = tabs.get(key)
        if (tab?.tell === tell) put(key, { ...tab, tell: null })
      }
    },
    stand(key: string, user: Tab['user'], at: { document: string; as: Standing }): void {
      put(key, { user, tell: tabs.get(key)?.tell ?? null, document: at.as === null ? null : at.document, isEditing: at.as === 'editing' })
    },
  }
}

const open = new WeakMap<System, ReturnType<typeof openPresent>>()

export function presentIn(system: System): ReturnType<typeof openPresent> {
  const known = open.get(system) ?? openPresent()
  open.set(system, known)
  return known
}

/** A tab belongs to its session: nobody can speak for another's. */
export const tabKey = (session: string | null, tab: string): string => `${session ?? ''} ${tab}`

/**
 * What the reader's tab does with a document from now on, and who else has it open. The caller has found the document with the reader's
 * rights. Who looks with another's eyes is not there.
 */
export function standAt(ctx: Reading, { document, tab, as }: { document: string; tab: string; as: Standing }): Present[] {
  const present = presentIn(ctx.system)
  if (!ctx.user.seenBy) present.stand(tabKey(ctx.session, tab), ctx.user, { document, as })
  return as === null ? [] : present.others(document, ctx.user.id)
}
