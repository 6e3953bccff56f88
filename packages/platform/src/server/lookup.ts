import type { System, User } from './context.ts'

export interface Labelled {
  readonly id: number
  readonly label: string
}

/** How other apps refer to a document: its owner finds and names it. */
export interface Lookup {
  /** Best matches first, at most `limit`, only what the user may refer to. */
  search(system: System, query: { text: string; limit: number; user: User }): Promise<Labelled[]>
  /** A query for the ids of those that are a user's own, their department; takes the user's id. */
  readonly mine?: string
  /**
   * Those that a sheet means by a text of its own - name, number, NIP, login - among what the user may refer to; a text that is
   * not in the answer means nothing, one with several is not clear. Without it, no sheet can name this kind.
   */
  find?(system: System, asked: { texts: readonly string[]; user: User }): Promise<ReadonlyMap<string, readonly Labelled[]>>
  /** Labels of those ids that exist. */
  labels(system: System, ids: readonly number[]): Promise<Map<number, string>>
}

/** The lookup of a kind such as `directory.person`. */
export function lookupFor(system: System, kind: string): Lookup {
  for (const server of system.apps) {
    const found = server.publishes?.[kind]
    if (found) return found
  }
  throw new Error(`No app publishes "${kind}"; add it to publishes in the server of the app that owns it`)
}
