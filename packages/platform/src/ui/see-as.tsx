import { Button } from '@crm/widgets/ui'
import { Show } from 'solid-js'
import { messages } from '../messages/index.ts'
import { platformApi } from './platform-api.ts'
import { person } from './session.ts'
import { useText } from './text.ts'

/** Begin to see with somebody's eyes: everything is asked again. */
export async function seeAs(userId: number): Promise<void> {
  await platformApi.seeAs.begin.run({ userId })
  location.assign('/')
}

/** Over every page while somebody else's eyes are used. */
export function SeeAsBar() {
  const text = useText(messages)
  const end = () => void platformApi.seeAs.end.run().then(() => location.assign('/'))
  return (
    <Show when={person()?.seenBy}>
      <div class="crm-see-as" role="status">
        <span>{text('requests.seeing', { name: person()?.name ?? '' })}</span>
        <Button look="primary" onClick={end}>
          {text('requests.end')}
        </Button>
      </div>
    </Show>
  )
}
