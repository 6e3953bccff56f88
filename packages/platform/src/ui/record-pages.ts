import type { UiApp, UiPage } from './define-ui.ts'
import { useCanSome } from './session.ts'

const pages = new Map<string, UiPage>()

/** Tell once, of all apps, on which page records of each kind are shown. */
export function keepRecordPages(uis: readonly UiApp[]): void {
  for (const page of uis.flatMap((ui) => ui.pages)) if (page.record) pages.set(page.record, page)
}

/** The address of a record that something refers to; `null` where its kind has no page, or none for whoever is here. */
export function useRecordPath(): (kind: string, id: number) => string | null {
  const canSome = useCanSome()
  return (kind, id) => {
    const page = pages.get(kind)
    return page && canSome(page.right) ? page.path.replace(':id', String(id)) : null
  }
}
