import '@crm/widgets/theme'
import type { Welcome } from '@crm/platform'
import { arrive, FailureMessage, person, platformApi, SignInPage } from '@crm/platform/ui'
import { createResource, lazy, Match, Suspense, Switch } from 'solid-js'
import { render } from 'solid-js/web'

// Everything behind the sign-in is fetched while somebody is typing their password.
const frame = () => import('./frame.tsx')
const Frame = lazy(frame)

function Shell() {
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
