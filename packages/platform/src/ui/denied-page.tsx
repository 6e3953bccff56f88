import { Message } from '@crm/widgets/ui'
import { onMount } from 'solid-js'
import type { App, Right } from '../index.ts'
import { messages } from '../messages/index.ts'
import { AskAccess } from './ask-access.tsx'
import { platformApi } from './platform-api.ts'
import { sentenceOf, useText } from './text.ts'

/** In the place of a page whose right is not held; it names the right as people know it. */
export function DeniedPage(props: { readonly right: Right; readonly app: App }) {
  const text = useText(messages)
  const name = () => sentenceOf(props.right.id.startsWith('platform.') ? messages : props.app.messages, `rights.${props.right.id.split('.').slice(1).join('.')}.name`)
  // The server writes the refusal down; what it answers is known already.
  onMount(() => void platformApi.session.enter.run({ right: props.right.id }).catch(() => undefined))
  return (
    <Message title={text('denied.title')} body={text('denied.body', { right: name() })}>
      <AskAccess right={props.right.id} />
      <a href="/" class="btn btn-sm btn-primary">
        {text('denied.back')}
      </a>
    </Message>
  )
}
