import { RightButton, useText } from '@crm/platform/ui'
import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { mergeMessages } from '../messages/merge.ts'
import { rights } from '../rights.ts'

/** For two parties that were picked in the list. */
export function MergeTwo(props: { readonly ids: readonly number[] }) {
  const text = useText(mergeMessages)
  const navigate = useNavigate()
  return (
    <Show when={props.ids.length === 2}>
      <RightButton right={rights.party.merge} onClick={() => navigate(`/directory/parties/merge?keep=${Math.min(...props.ids)}&drop=${Math.max(...props.ids)}`)}>
        {text('bulk')}
      </RightButton>
    </Show>
  )
}
