import type { Day } from '../../index.ts'
import type { System } from '../context.ts'

/** What reminders must know of one document. */
export interface ReminderFacts {
  readonly code: string | null
  /** Neither in the archive nor in the trash. */
  readonly isCurrent: boolean
  readonly ownerId: number | null
  readonly departmentId: number | null
  /** What stands in the fields that hold a day. */
  readonly days: Readonly<Record<string, Day | null>>
}

/** Documents of a kind that can be reminded of; their owner says what reminders must know. */
export interface Reminded {
  readonly dayFields: readonly string[]
  /** Of those ids that exist. */
  facts(system: System, ids: readonly number[]): Promise<ReadonlyMap<number, ReminderFacts>>
}

/** Who stands above whom; the app that keeps people answers. */
export interface Superiors {
  supervisors(system: System, userIds: readonly number[]): Promise<ReadonlyMap<number, number>>
  departments(system: System, userIds: readonly number[]): Promise<ReadonlyMap<number, number>>
  heads(system: System, departmentIds: readonly number[]): Promise<ReadonlyMap<number, number>>
}

/** The kind of document with its address and what reminders ask of it; `null` when no app of this build has it. */
export function remindedKind(system: System, kind: string): { readonly path: string; readonly reminded: Reminded } | null {
  const found = system.apps.flatMap((server) => server.documents ?? []).find((one) => one.kind === kind)
  return found?.reminded ? { path: found.path, reminded: found.reminded } : null
}

export const factsOf = async (system: System, { kind, recordId }: { kind: string; recordId: number }): Promise<ReminderFacts | null> =>
  (await remindedKind(system, kind)?.reminded.facts(system, [recordId]))?.get(recordId) ?? null
