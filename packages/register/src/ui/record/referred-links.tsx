import { useRecordPath } from '@crm/platform/ui'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Referred } from '../../index.ts'

/** The records that a field names; each leads to its page where there is one for the reader. */
export function ReferredLinks(props: { readonly kind: string; readonly referred: readonly Referred[] }) {
  const path = useRecordPath()
  return (
    <For each={props.referred}>
      {(one, at) => (
        <>
          <Show when={path(props.kind, one.id)} fallback={one.label}>
            {(address) => <A href={address()}>{one.label}</A>}
          </Show>
          {at() < props.referred.length - 1 ? ', ' : ''}
        </>
      )}
    </For>
  )
}
