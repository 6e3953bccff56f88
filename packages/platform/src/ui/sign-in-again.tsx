import { Dialog, Skeleton } from '@crm/widgets/ui'
import { createResource, Show } from 'solid-js'
import { messages } from '../messages/index.ts'
import { SignInFlow } from './account/sign-in-flow.tsx'
import { platformApi } from './platform-api.ts'
import { enter, leave, person, returning } from './session.ts'
import { useText } from './text.ts'

/** Over the page when the session has ended or something of the sign-in is missing: the form below it keeps what was typed. */
export function SignInAgain() {
  const text = useText(messages)
  const missing = () => {
    const why = returning()?.why
    return why && why !== 'signed-out' ? why : null
  }
  // What is missing comes with its reason and its ways: which factors there are, why a password is no longer good.
  const [step] = createResource(missing, async (stage) => {
    const known = await platformApi.session.welcome.fetch().catch(() => null)
    return known?.halfway ?? { stage, login: person()?.login ?? '', factors: [] }
  })
  return (
    <Show when={returning()}>
      <Dialog title={missing() ? text('signIn.more') : text('signIn.again')} closeLabel={text('frame.signOut')} onClose={leave}>
        <Show when={!missing()}>
          <p class="crm-quiet">{text('signIn.againWhy')}</p>
        </Show>
        <Show when={!step.loading} fallback={<Skeleton lines={3} label={text('frame.loading')} />}>
          <SignInFlow
            start={missing() ? (step.latest ?? null) : null}
            login={person()?.login ?? ''}
            onDone={(me) => {
              // Another person's page must not stay under this one.
              if (me.id !== person()?.id) return location.assign('/')
              enter(me)
            }}
          />
        </Show>
      </Dialog>
    </Show>
  )
}
