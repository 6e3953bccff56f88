import { createSignal, Show } from 'solid-js'
import type { CaptchaProvider } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { failureOf } from '../refused.ts'
import { useText } from '../text.ts'

export interface CaptchaAnswer {
  readonly provider: CaptchaProvider
  readonly token: string
}

/** Google does not answer the server, or the answer was late: solve again, but not for ever. */
const mostTries = 3

/** A call that may ask for a captcha first: it is made, a challenge is solved when the server wants one, and it is made again. */
export function createCaptcha(act: 'sign_in' | 'forgot') {
  const text = useText(messages)
  const [state, setState] = createSignal<'none' | 'checking' | 'ticking'>('none')
  let box: HTMLDivElement | undefined

  async function around<T>(call: (answer?: CaptchaAnswer) => Promise<T>): Promise<T> {
    let answer: CaptchaAnswer | undefined
    for (let tries = 0; ; tries += 1) {
      try {
        return await call(answer)
      } catch (error) {
        const failure = failureOf(error)
        if (failure.code !== 'captcha' || tries === mostTries) throw error
        setState(failure.params.provider === 'recaptcha-v2' ? 'ticking' : 'checking')
        const { solve } = await import('./solve.ts')
        answer = await solve(act, { isFallback: failure.params.provider === 'altcha', box })
        setState('checking')
      }
    }
  }
  const Box = () => (
    <>
      <div ref={box} hidden={state() !== 'ticking'} />
      <Show when={state() !== 'none'}>
        <p class="crm-quiet mb-0" role="status">
          {text(state() === 'ticking' ? 'account.captcha.tick' : 'account.captcha.checking')}
        </p>
      </Show>
    </>
  )
  return { around: <T,>(call: (answer?: CaptchaAnswer) => Promise<T>) => around(call).finally(() => setState('none')), Box }
}
