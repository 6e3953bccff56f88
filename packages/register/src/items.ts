import type { Field } from './field.ts'

/** One of several items, by the names of its parts. */
export type Item = Readonly<Record<string, unknown>>

/** More is no list that a person looks after by hand. */
export const mostItems = 20

/** An item with all its parts in their order, so that two that say the same are the same. */
export const wholeItem = (field: Field, item: Item): Item => Object.fromEntries(Object.keys(field.of ?? {}).map((name) => [name, item[name] ?? null]))

/** Whether nothing was filled in: a choice stands there from the beginning. */
export const isBlankItem = (field: Field, item: Item): boolean => Object.entries(field.of ?? {}).every(([name, part]) => part.kind === 'choice' || (item[name] ?? '') === '')

/** The item of which a new line of a form begins: the first of each choice that must be made. */
export const newItem = (field: Field): Item =>
  wholeItem(field, Object.fromEntries(Object.entries(field.of ?? {}).map(([name, part]) => [name, part.presence === 'required' ? (part.choices?.[0] ?? null) : null])))

/** Several items in one line of text: parts by commas, items by semicolons. */
export const itemsText = (field: Field, value: unknown, say: (part: string, value: unknown) => string | null): string =>
  ((value ?? []) as readonly Item[]) // what is read of this kind
    .map((item) =>
      Object.keys(field.of ?? {})
        .flatMap((part) => say(part, item[part]) || [])
        .join(', '),
    )
    .join('; ')

/** Items of two lists, each once. */
export const bothItems = (field: Field, ...lists: readonly unknown[]): Item[] => {
  const all = lists.flatMap((list) => (list ?? []) as readonly Item[]).map((one) => wholeItem(field, one)) // as above
  const key = (one: Item) => JSON.stringify(Object.values(one)).toLowerCase()
  return all.filter((one, at) => all.findIndex((other) => key(other) === key(one)) === at)
}
