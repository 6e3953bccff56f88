import { failureOf, failureText, useKeys } from '@crm/platform/ui'
import { Button, toast } from '@crm/widgets/ui'
import { useNavigate } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'
import { neighbourOf, readTrail } from './trail.ts'
import type { View } from '../view.ts'
import { useOwnText } from '../words.ts'

/** To the record before and after, as the list that one came from has them; on the same tab of the card. */
export function Neighbours(props: { readonly view: View; readonly id: number; readonly tab: string }) {
  const text = useOwnText()
  const navigate = useNavigate()
  const place = createMemo(() => {
    const trail = readTrail(props.view)
    const at = trail?.ids.indexOf(props.id) ?? -1
    return trail && at >= 0 ? { at, isFirst: at === 0, isLast: at === trail.ids.length - 1 && trail.next === null } : null
  })
  async function go(by: 1 | -1): Promise<void> {
    try {
      const id = await neighbourOf(props.view, props.id, by)
      if (id !== null) navigate(`${props.view.path}/${id}${props.tab === 'data' ? '' : `?tab=${props.tab}`}`)
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
  }
  useKeys([
    { key: 'j', does: () => text('neighbours.next'), run: () => void go(1) },
    { key: 'k', does: () => text('neighbours.previous'), run: () => void go(-1) },
  ])
  return (
    <Show when={place()}>
      {(known) => (
        <span class="btn-group" role="group" aria-label={text('neighbours.title')}>
          <Button icon="left" label={text('neighbours.previous')} disabled={known().isFirst} onClick={() => void go(-1)} />
          <Button icon="right" label={text('neighbours.next')} disabled={known().isLast} onClick={() => void go(1)} />
        </span>
      )}
    </Show>
  )
}
