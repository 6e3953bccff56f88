import type { System } from '../context.ts'
import type { Changes } from './journal.ts'
import { lookupFor } from '../lookup.ts'

/** A person in a change: the number only, because a name in the journal could not be taken back. */
interface Nameless {
  readonly id: number
  readonly of: string
}

const isNameless = (value: unknown): value is Nameless => typeof value === 'object' && value !== null && 'id' in value && 'of' in value && !('label' in value)

/** Changes with the names that those people bear now. */
export async function withNames(system: System, all: readonly (Changes | null)[]): Promise<(Changes | null)[]> {
  const met = all
    .flatMap((changes) => Object.values(changes ?? {}).flat())
    .flat()
    .filter(isNameless)
  if (met.length === 0) return [...all]
  const names = new Map<string, Map<number, string>>()
  for (const [kind, people] of Map.groupBy(met, (one) => one.of)) names.set(kind, await lookupFor(system, kind).labels(system, [...new Set(people.map((one) => one.id))]))
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(named)
    return isNameless(value) ? { id: value.id, label: names.get(value.of)?.get(value.id) ?? `#${value.id}` } : value
  }
  return all.map((changes) => changes && Object.fromEntries(Object.entries(changes).map(([name, [before, after]]) => [name, [named(before), named(after)] as const])))
}
