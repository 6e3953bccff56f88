import { Dialog } from '@crm/widgets/ui'
import { Show } from 'solid-js'
import { messages } from '../messages/index.ts'
import { enter, leave, person, returning } from './session.ts'
import { SignInForm } from './sign-in-form.tsx'
import { useText } from './text.ts'

/** Over the page when the session has ended: the form below it keeps what was typed. */
export function SignInAgain() {
  const text = useText(messages)
  return (
    <Show when={returning()}>
      <Dialog title={text('signIn.again')} closeLabel={text('frame.signOut')} onClose={leave}>
        <p class="crm-quiet">{text('signIn.againWhy')}</p>
        <SignInForm
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
