import type { UiApp } from '@crm/platform/ui'

export interface GoKey {
  readonly letter: string
  readonly ui: UiApp
}

/** `g` and a letter lead to an app: the first letter of its name that is still free, so that nobody has to declare one. */
export function goKeys(uis: readonly UiApp[]): GoKey[] {
  const taken = new Set<string>()
  return uis.flatMap((ui) => {
    const letter = [...ui.app.id].find((one) => /[a-z]/.test(one) && !taken.has(one))
    if (!letter) return []
    taken.add(letter)
    return [{ letter, ui }]
  })
}
