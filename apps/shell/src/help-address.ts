import type { UiApp } from '@crm/platform/ui'

/** Pages of everybody, which stand in no app's list. */
const own: Readonly<Record<string, string>> = {
  '/notices': 'platform.notices.view',
  '/todo': 'platform.todo.view',
  '/settings': 'platform.preferences.edit',
}

/**
 * Where the help about this place is: about the button that has the focus, or the page. The help page asks which chapter that is, and
 * shows its contents where there is none for this reader.
 */
export function helpAddress(uis: readonly UiApp[], path: string, focused: Element | null = null): string {
  const control = focused?.closest('[data-right]')?.getAttribute('data-right')
  const right = control ?? own[path] ?? pageAt(uis, path)?.right.id
  return right ? `/help?right=${encodeURIComponent(right)}` : '/help'
}

/** The page at an address; one that is written out goes before one with a place for a number. */
function pageAt(uis: readonly UiApp[], path: string) {
  const steps = path.split('/')
  const fits = (pattern: string) => {
    const parts = pattern.split('/')
    return parts.length === steps.length && parts.every((part, at) => part.startsWith(':') || part === steps[at])
  }
  const pages = uis.flatMap((ui) => ui.pages)
  return pages.find((page) => page.path === path) ?? pages.find((page) => fits(page.path))
}
