import { For } from 'solid-js'
import { chooseLanguage, language } from './session.ts'

const languages = [
  ['pl', 'Polski'],
  ['en', 'English'],
] as const

export function LanguageSwitch() {
  return (
    <div class="btn-group btn-group-sm" role="group" aria-label="Język / Language">
      <For each={languages}>
        {([code, name]) => (
          <button
            type="button"
            lang={code}
            class="btn btn-outline-secondary"
            classList={{ active: language() === code }}
            aria-pressed={language() === code}
            onClick={() => chooseLanguage(code)}
          >
            {name}
          </button>
        )}
      </For>
    </div>
  )
}
