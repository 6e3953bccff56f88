import type { Changes } from './journal.ts'
import type { ServerApp } from '../server-app.ts'

export interface Masked {
  readonly changes: Changes | null
  readonly hidden: readonly string[]
}

/** Takes values out that the reader may not see: of fields that their app marks as sensitive, unless the field's right is held. */
export function openMasking(apps: readonly ServerApp[], holds: (right: string) => boolean): (document: string | null, changes: Changes | null) => Masked {
  const guarded = new Map(apps.flatMap((server) => Object.entries(server.sensitive ?? {})))
  return (document, changes) => {
    const fields = document === null ? undefined : guarded.get(document.slice(0, document.lastIndexOf(':')))
    if (!changes || !fields) return { changes, hidden: [] }
    const hidden = Object.keys(changes).filter((name) => fields[name] !== undefined && !holds(fields[name]))
    return { changes: Object.fromEntries(Object.entries(changes).map(([name, sides]) => [name, hidden.includes(name) ? ([null, null] as const) : sides])), hidden }
  }
}
