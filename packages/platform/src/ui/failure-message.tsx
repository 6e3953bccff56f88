import { Button, Message } from '@crm/widgets/ui'
import { Show } from 'solid-js'
import { messages } from '../messages/index.ts'
import { failureOf } from './refused.ts'
import { failureText, useText } from './text.ts'

/** The place of something that could not be shown: what happened, and trying again. */
export function FailureMessage(props: { readonly error: unknown; readonly again?: () => void }) {
  const text = useText(messages)
  const failure = () => failureOf(props.error)
  return (
    <Message title={failure().code === 'missing' ? text('lost.title') : failure().code === 'denied' ? text('denied.title') : text('broken.title')} body={failureText(failure())}>
      <Show when={props.again && failure().code !== 'missing' && failure().code !== 'denied'}>
        <Button look="primary" onClick={() => props.again?.()}>
          {text('broken.again')}
        </Button>
      </Show>
    </Message>
  )
}
