import '@crm/widgets/theme'
import type { Welcome } from '@crm/platform'
import { arrive, FailureMessage, person, platformApi, SignInPage } from '@crm/platform/ui'
import { createResource, createSignal, lazy, Match, Suspense, Switch } from 'solid-js'
import { render } from 'solid-js/web'

// Everything behind the sign-in is fetched while somebody is typing their password.
const frame = () => import('./frame.tsx')
const Frame = lazy(frame)

/** A link for a new password carries its token behind the #, so that no server's log has it. */
const renewToken = () => /^#renew=([\w-]+)$/.exec(location.hash)?.[1] ?? null

function Shell() {
  const [renewing, setRenewing] = createSignal(renewToken())
  const stopRenewing = () => {
    window.history.replaceState(null, '', '/')
    setRenewing(null)
  }
  const [welcome, { refetch }] = createResource(async (): Promise<Welcome> => {
    const answer = await platformApi.session.welcome.fetch()
    document.title = answer.company
    if (answer.me) arrive(answer.me)
    else setTimeout(() => void frame(), 300)
    return answer
  })
  return (
    <Switch>
      <Match when={welcome.error}>
        <FailureMessage error={welcome.error} again={() => void refetch()} />
      </Match>
      <Match when={renewing() && welcome.state === 'ready' ? welcome() : null}>
        {(answer) => <SignInPage welcome={answer()} renewToken={renewing()} onRenewed={stopRenewing} />}
      </Match>
      <Match when={person()}>
        <Suspense>
          <Frame company={welcome.latest?.company ?? ''} />
        </Suspense>
      </Match>
      <Match when={welcome.state === 'ready' && welcome()}>{(answer) => <SignInPage welcome={answer()} />}</Match>
    </Switch>
  )
}

const root = document.getElementById('root')
if (root) render(() => <Shell />, root)
