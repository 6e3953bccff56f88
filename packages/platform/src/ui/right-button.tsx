import { Button, type ButtonProps } from '@crm/widgets/ui'
import { Show, splitProps } from 'solid-js'
import type { Right } from '../index.ts'
import { useCan, useIsMissed } from './session.ts'

/** A button that is a right: without it, it is not there, or greyed where the right says so. */
export function RightButton(props: ButtonProps & { right: Right }) {
  const can = useCan()
  const isMissed = useIsMissed()
  const [own, rest] = splitProps(props, ['right', 'disabled', 'class'])
  return (
    <Show when={can(own.right) || own.right.denied === 'disabled' || isMissed(own.right)}>
      <Button {...rest} class={`${own.class ?? ''} ${isMissed(own.right) ? 'crm-missed' : ''}`} data-right={own.right.id} disabled={own.disabled || !can(own.right)} />
    </Show>
  )
}
