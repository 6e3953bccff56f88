import type { System, User } from '../context.ts'
import type { Changes } from '../journal/journal.ts'

interface Looking {
  readonly system: System
  readonly user: User
}

/** What an entry of the journal says, as far as a veil looks at it. */
export interface Veiled {
  readonly changes: Changes | null
  readonly note: string | null
}

/**
 * Keeps single entries of a document's journal from a reader who may know of the document but not of the thing that the entry is about:
 * a file with an access table of its own. Asked once for all documents of a page.
 */
export type Veil = (looking: Looking, documents: readonly string[]) => Promise<(document: string, entry: Veiled) => boolean>

/** Which entries of these documents' journals are hidden from the reader, by everything that hangs on documents. */
export async function openVeil(looking: Looking, documents: readonly string[]): Promise<(document: string, entry: Veiled) => boolean> {
  const veils = looking.system.apps.flatMap((server) => (server.attached ?? []).flatMap((one) => one.veil ?? []))
  const hides = await Promise.all(veils.map((veil) => veil(looking, documents)))
  return (document, entry) => hides.some((hide) => hide(document, entry))
}
