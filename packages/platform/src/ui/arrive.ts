import type { Me } from '../index.ts'
import { platformApi } from './platform-api.ts'
import { enter, isLanguageChosen, language, setLanguage, setTheme } from './session.ts'

/** Somebody is in: the screens take their language and theme. A language chosen on the sign-in page becomes theirs. */
export function arrive(me: Me): void {
  setTheme(me.theme)
  enter(me)
  if (!isLanguageChosen()) setLanguage(me.language)
  else if (language() !== me.language) void platformApi.preferences.look.run({ language: language() }).catch(() => undefined) // the settings page can still do it
}
