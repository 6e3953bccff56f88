import { Button, type ButtonProps } from '@crm/widgets/ui'
import { Show, splitProps } from 'solid-js'
import type { Right } from '../index.ts'
import { useCan } from './session.ts'

/** A button that is a right: without it, it is not there, or greyed where the right says so. */
export function RightButton(props: ButtonProps & { right: Right }) {
  const can = useCan()
  const [own, rest] = splitProps(props, ['right', 'disabled'])
  return (
    <Show when={can(own.right) || own.right.denied === 'disabled'}>
      <Button {...rest} data-right={own.right.id} disabled={own.disabled || !can(own.right)} />
    </Show>
  )
}
