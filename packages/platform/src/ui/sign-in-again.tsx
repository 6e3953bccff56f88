import { Dialog } from '@crm/widgets/ui'
import { Show } from 'solid-js'
import { messages } from '../messages/index.ts'
import { SignInFlow } from './account/sign-in-flow.tsx'
import { enter, leave, person, returning } from './session.ts'
import { useText } from './text.ts'

/** Over the page when the session has ended or something of the sign-in is missing: the form below it keeps what was typed. */
export function SignInAgain() {
  const text = useText(messages)
  const stage = () => {
    const why = returning()?.why
    return why && why !== 'signed-out' ? { stage: why, login: person()?.login ?? '', factors: [] } : null
  }
  return (
    <Show when={returning()}>
      <Dialog title={stage() ? text('signIn.more') : text('signIn.again')} closeLabel={text('frame.signOut')} onClose={leave}>
        <Show when={!stage()}>
          <p class="crm-quiet">{text('signIn.againWhy')}</p>
        </Show>
        <SignInFlow
          start={stage()}
          login={person()?.login ?? ''}
          onDone={(me) => {
            // Another person's page must not stay under this one.
            if (me.id !== person()?.id) return location.assign('/')
            enter(me)
          }}
        />
      </Dialog>
    </Show>
  )
}
