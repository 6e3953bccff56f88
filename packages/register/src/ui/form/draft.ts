import type { Values } from './form.ts'

/** What was typed and not saved yet, kept by this tab: a reload or a lost session takes nothing. */
export const draftOf = (document: string) => {
  const key = `crm.draft.${document}`
  return {
    read(): Values | null {
      const kept = sessionStorage.getItem(key)
      return kept ? (JSON.parse(kept) as Values) : null // written below
    },
    write: (values: Values) => sessionStorage.setItem(key, JSON.stringify(values)),
    drop: () => sessionStorage.removeItem(key),
  }
}
