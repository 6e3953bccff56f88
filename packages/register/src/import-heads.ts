import type { AnyRegister } from './register.ts'
import type { Field } from './field.ts'
import { fold } from './fold.ts'

/** Whether a cell of a sheet can give the field: not what is computed, not several items of several parts. */
export const isImported = (field: Field | undefined): boolean => field !== undefined && field.presence !== 'computed' && field.kind !== 'items'

/** `Wartość (PLN)*` and `wartosc` are the same head. */
const plainHead = (head: string) =>
  fold(head.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Which field each column of a file gives, as far as its heads tell; `null` where they do not. No field twice, no computed one.
 *
 * @param namesOf what a field is called, in every language and with the office's other words for it
 */
export function proposedColumns(register: AnyRegister, { heads, namesOf }: { heads: readonly string[]; namesOf: (field: string) => readonly string[] }): (string | null)[] {
  const fields = Object.keys(register.fields).filter((name) => isImported(register.fields[name]))
  const byHead = new Map(fields.toReversed().flatMap((field) => [field, ...namesOf(field)].map((name) => [plainHead(name), field] as const)))
  const taken = new Set<string>()
  return heads.map((head) => {
    const field = byHead.get(plainHead(head))
    if (field === undefined || taken.has(field)) return null
    taken.add(field)
    return field
  })
}
