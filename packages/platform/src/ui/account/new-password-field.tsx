import { Button, FormField, TextInput } from '@crm/widgets/ui'
import { createEffect, createSignal, on, Show } from 'solid-js'
import { guessable } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { createLive } from '../live.ts'
import { platformApi } from '../platform-api.ts'
import { useText } from '../text.ts'
import { randomBelow } from './random-below.ts'

interface NewPasswordProps {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly error: string | undefined
  readonly isShown: boolean
  /** Login, name, company: words that add nothing. */
  readonly ownWords: readonly string[]
}

/** A new password with its rule and, while one types, how hard it is to guess. The lists of words are fetched with the first sign. */
export function NewPasswordField(props: NewPasswordProps) {
  const text = useText(messages)
  const rule = createLive(
    () => null,
    () => platformApi.password.rule.fetch(),
  )
  const [proposed, setProposed] = createSignal<string | null>(null)
  const propose = async () => {
    const { passphrase } = await import('../../password/passphrase.ts')
    const words = passphrase(randomBelow, { minLength: rule.value()?.minLength ?? 0 })
    setProposed(words)
    props.onInput(words)
  }
  return (
    <div>
      <FormField name="new-password" label={text('account.password.next')} help={text('account.password.rule', { limit: rule.value()?.minLength ?? 12 })} error={props.error}>
        {(input) => <TextInput input={input} type={props.isShown ? 'text' : 'password'} value={props.value} onInput={props.onInput} autocomplete="new-password" maxLength={1000} />}
      </FormField>
      <div class="d-flex flex-wrap align-items-center gap-2 mt-1">
        <Button icon="shield" onClick={() => void propose()}>
          {text('account.password.propose')}
        </Button>
        {/* Shown as long as it is what stands in the field: somebody has to remember or write it down. */}
        <output class="crm-proposed" aria-live="polite">
          <Show when={proposed() !== null && proposed() === props.value}>{proposed()}</Show>
        </output>
      </div>
      <Strength password={props.value} ownWords={props.ownWords} />
    </div>
  )
}

type Why = keyof (typeof messages.pl)['account']['password']['why']

function Strength(props: { readonly password: string; readonly ownWords: readonly string[] }) {
  const text = useText(messages)
  const [found, setFound] = createSignal<{ score: number; why: string | null } | null>(null)
  let asked = 0
  createEffect(
    on(
      () => props.password,
      async (password) => {
        asked += 1
        const mine = asked
        if (password === '') return setFound(null)
        const { strengthOf } = await import('../../password/password-strength.ts')
        if (mine === asked) setFound(strengthOf(password, guessable(props.ownWords)))
      },
    ),
  )
  const score = () => Math.min(Math.max(found()?.score ?? 0, 0), 4) as 0 | 1 | 2 | 3 | 4 // zxcvbn's five
  const why = () => {
    const name = found()?.why
    return name && name in messages.pl.account.password.why ? text(`account.password.why.${name as Why}`) : '' // just looked up
  }
  return (
    <Show when={found()}>
      <div class="crm-strength" data-score={score()}>
        <meter min="0" max="4" low="2" high="3" optimum="4" value={score()} aria-label={text('account.password.strength')} />
        <span role="status">
          {text('account.password.strength')}: {text(`account.password.scores.s${score()}`)}. {why()}
        </span>
      </div>
    </Show>
  )
}
