import { fold } from '@crm/platform'
import type { Excerpt } from './file-text.ts'

const around = 70

/** Between the pages of a stored text. */
export const pageBreak = '\f'

/** What is searched, as words that each begin a word of the text; one or two letters say too little. */
export const textWords = (search: string): string[] => [...new Set(fold(search).split(/[^\p{L}\p{N}]+/u))].filter((word) => word.length >= 3).slice(0, 6)

/** The first page that has all the words, else the first with one of them, with the text around; `null` when none has. */
export function excerptOf(text: string, words: readonly string[]): Excerpt | null {
  const pages = text.split(pageBreak)
  const folded = pages.map((page) => ` ${fold(page.replaceAll(/[^\p{L}\p{N}]+/gu, ' '))}`)
  const has = (page: string, word: string) => page.includes(` ${word}`)
  const whole = folded.findIndex((page) => words.every((word) => has(page, word)))
  const at = whole >= 0 ? whole : folded.findIndex((page) => words.some((word) => has(page, word)))
  const page = pages[at]
  return page === undefined ? null : placeOn(page, words, at + 1)
}

function placeOn(text: string, words: readonly string[], page: number): Excerpt | null {
  const plain = text.replaceAll(/\s+/g, ' ')
  // Word by word, because a folded text is not as long as the text.
  for (const found of plain.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = fold(found[0])
    if (!words.some((one) => word.startsWith(one))) continue
    const end = found.index + found[0].length
    const before = plain.slice(Math.max(0, found.index - around), found.index)
    const after = plain.slice(end, end + around)
    return {
      page,
      // Cut at a word, not in it.
      before: found.index > around ? `… ${before.slice(before.indexOf(' ') + 1)}` : before,
      match: found[0],
      after: end + around < plain.length ? `${after.slice(0, Math.max(after.lastIndexOf(' '), 0))} …` : after,
    }
  }
  return null
}
