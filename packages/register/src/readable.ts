import type { AnyRegister } from './register.ts'

type Guarded = readonly (readonly [name: string, right: string])[]

// Asked with every request.
const guarded = new WeakMap<AnyRegister, Guarded>()
const partial = new WeakMap<AnyRegister, Map<string, AnyRegister>>()

/** The fields that ask for a right of their own, by its id. */
export function guardedFields(register: AnyRegister): Guarded {
  const known = guarded.get(register) ?? Object.entries(register.fields).flatMap(([name, { sensitive }]) => (sensitive === undefined ? [] : [[name, sensitive] as const]))
  guarded.set(register, known)
  return known
}

/**
 * The register as somebody reads it: a field whose right they do not hold is not there, in lists, filters, orders, sums, sheets and forms
 * alike. The register itself when they may read all of it.
 */
export function readable(register: AnyRegister, holds: (right: string) => boolean): AnyRegister {
  const hidden = guardedFields(register).filter(([, right]) => !holds(right))
  if (hidden.length === 0) return register
  const key = hidden.map(([name]) => name).join(' ')
  const kept = partial.get(register) ?? new Map<string, AnyRegister>()
  partial.set(register, kept)
  const known = kept.get(key) ?? without(register, Object.fromEntries(hidden))
  kept.set(key, known)
  return known
}

function without(register: AnyRegister, hidden: Readonly<Record<string, string>>): AnyRegister {
  const isSeen = (name: string) => !(name in hidden)
  return {
    ...register,
    fields: Object.fromEntries(Object.entries(register.fields).filter(([name]) => isSeen(name))),
    sections: Object.fromEntries(Object.entries(register.sections).map(([section, names]) => [section, names.filter(isSeen)])),
    list: { ...register.list, columns: register.list.columns.filter(isSeen) },
    hidden,
  }
}
