import { Message } from '@crm/widgets/ui'
import { messages } from '../messages/index.ts'
import { useText } from './text.ts'

export function LostPage() {
  const text = useText(messages)
  return (
    <Message title={text('lost.title')} body={text('lost.body')}>
      <a href="/" class="btn btn-sm btn-primary">
        {text('lost.back')}
      </a>
    </Message>
  )
}
