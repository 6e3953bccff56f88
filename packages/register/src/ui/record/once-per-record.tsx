import { type JSX, mergeProps, Show } from 'solid-js'
import type { Shown } from '../view.ts'

/** What an app shows of a record: made once for each, it reads the row through and so follows every refresh of it. */
export function OncePerRecord(props: { readonly row: Shown; readonly make: ((row: Shown) => JSX.Element) | undefined }) {
  const row: Shown = mergeProps(() => props.row)
  return (
    <Show when={props.row.id} keyed>
      {(_id) => props.make?.(row)}
    </Show>
  )
}
