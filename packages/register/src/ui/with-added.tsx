import { createSignal, type JSX, onMount, Show, untrack } from 'solid-js'
import { type AddedField, withAdded } from '../index.ts'
import { mine } from './mine.ts'
import type { View } from './view.ts'

/** What was said of each register's free columns when it was last asked: a page is drawn from it at once. */
const known = new Map<string, readonly AddedField[]>()

/**
 * A page of a register with the fields that an admin added. What comes while the page is open is seen on the next one: a form that is
 * being filled in is not made anew under somebody's hands. Where the server refuses, there are none, and the page says the rest itself.
 */
export function WithAdded(props: { readonly view: View; readonly children: (view: View) => JSX.Element }) {
  const { id } = untrack(() => props.view.register)
  const [added, setAdded] = createSignal(known.get(id))
  onMount(async () => {
    const answer = await props.view.api.added.fetch({}).catch(() => known.get(id) ?? [])
    known.set(id, answer)
    if (added() === undefined) setAdded(answer)
  })
  return <Show when={added()}>{(all) => props.children(untrack(() => seen(props.view, all())))}</Show>
}

/** A view shows no free columns by itself, and none that its reader may not read; the declaration has them all. */
const seen = (view: View, added: readonly AddedField[]): View => ({ ...view, added, register: mine(withAdded(view.declared, added)) })
