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
