import type { SortReason } from './scan.ts'

interface Page {
  readonly page: number
  readonly codes: readonly string[]
}

/** Pages that belong together: under one label, or with a reason why not. */
export interface PagesOfLabel {
  readonly code: string | null
  readonly reason: SortReason | null
  readonly pages: readonly number[]
}

/**
 * Which pages belong to which label. A label opens a part that runs to the next label, blank backs with it; the same label again
 * goes on with its part. Pages before the first label are its own only where the file has no other: a label may sit on the last page.
 * Two different labels on one page are never guessed about, nor is what follows them.
 */
export function partsOf(pages: readonly Page[]): PagesOfLabel[] {
  const all = new Set(pages.flatMap(({ codes }) => codes))
  const [only] = all
  if (all.size === 1 && only) return [{ code: only, reason: null, pages: pages.map(({ page }) => page) }]
  const parts: { code: string | null; reason: SortReason | null; pages: number[] }[] = []
  let open: (typeof parts)[number] | undefined
  for (const { page, codes } of pages) {
    const [code = null] = codes
    if (codes.length > 1) {
      open = { code: null, reason: 'two-labels', pages: [] }
      parts.push(open)
    } else if (code !== null) {
      open = parts.find((part) => part.code === code)
      if (!open) {
        open = { code, reason: null, pages: [] }
        parts.push(open)
      }
    } else if (!open) {
      open = { code: null, reason: 'no-label', pages: [] }
      parts.push(open)
    }
    open.pages.push(page)
  }
  return parts
}
