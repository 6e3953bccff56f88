import { type AnyRegister, type Filter, fold, isCondition } from '../../index.ts'

/** What a folded text keeps letter by letter, so that a text which has the value has its folded form too. */
const plain = /^[\x20-\x7eąćęłńóśźżĄĆĘŁŃÓŚŹŻ–]{3,}$/

/** Pieces of text that every record of a filter has: asked of the copy, they name candidates much sooner than a column is read through. */
export function filterWords(filter: Filter, register: AnyRegister): string[] {
  if (!('all' in filter)) return []
  return filter.all.flatMap((node) => {
    if (!isCondition(node)) return filterWords(node, register)
    const { field, op, value } = node
    const kind = register.fields[field]?.kind
    if ((kind !== 'text' && kind !== 'code') || !(op === 'contains' || op === 'starts' || op === 'equals')) return []
    return typeof value === 'string' && plain.test(value.trim()) ? [fold(value.trim())] : []
  })
}
