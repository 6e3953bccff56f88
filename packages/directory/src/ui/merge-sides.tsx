import { useText } from '@crm/platform/ui'
import { dependentText } from '@crm/register/ui'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Comparison } from '../merge-wire.ts'
import { mergeMessages } from '../messages/merge.ts'

/** Which stays and which goes, with what hangs on each: shown before anything is done. */
export function MergeSides(props: { readonly comparison: Comparison }) {
  const text = useText(mergeMessages)
  return (
    <div class="row g-3 mb-3">
      <For each={['keep', 'drop'] as const}>
        {(side) => (
          <div class="col-md-6">
            <section class="crm-section h-100" data-side={side} aria-label={text(side)}>
              <span class="badge" classList={{ 'text-bg-success': side === 'keep', 'text-bg-danger': side === 'drop' }}>
                {text(side)}
              </span>
              <h2 class="mt-1">
                <A href={`/directory/parties/${props.comparison[side].row.id}`}>{props.comparison[side].row.name}</A>
              </h2>
              <p class="crm-quiet mb-1">{text('hangs')}:</p>
              <ul class="mb-1">
                <For each={props.comparison[side].dependents} fallback={<li class="crm-quiet">{text('nothing')}</li>}>
                  {(one) => <li>{dependentText(one)}</li>}
                </For>
              </ul>
              <Show when={side === 'drop' && props.comparison.drop.dependents.length > 0}>
                <p class="mb-0">{text('moved')}</p>
              </Show>
              <Show when={props.comparison[side].isRestricted}>
                <p class="text-warning-emphasis mb-0">{text('restricted')}</p>
              </Show>
            </section>
          </div>
        )}
      </For>
    </div>
  )
}
