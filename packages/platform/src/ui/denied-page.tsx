import { Message } from '@crm/widgets/ui'
import type { App, Right } from '../index.ts'
import { messages } from '../messages/index.ts'
import { AskAccess } from './ask-access.tsx'
import { sentenceOf, useText } from './text.ts'

/** In the place of a page whose right is not held; it names the right as people know it. */
export function DeniedPage(props: { readonly right: Right; readonly app: App }) {
  const text = useText(messages)
  const name = () => sentenceOf(props.right.id.startsWith('platform.') ? messages : props.app.messages, `rights.${props.right.id.split('.').slice(1).join('.')}.name`)
  return (
    <Message title={text('denied.title')} body={text('denied.body', { right: name() })}>
      <AskAccess right={props.right.id} />
      <a href="/" class="btn btn-sm btn-primary">
        {text('denied.back')}
      </a>
    </Message>
  )
}
