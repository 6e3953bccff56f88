import type { Issue } from '../failure.ts'

/** Longer ones are refused, not cut: a password that is cut in silence is weaker than it looks. */
export const longestPassword = 128

/** Words of this trade and this country that a guesser tries first; a password may hold them, but they count for nothing. */
const tradeWords = [
  ...['umowa', 'umowy', 'aneks', 'faktura', 'faktury', 'kontrahent', 'rejestr', 'korespondencja', 'oferta', 'zapytanie', 'przelew', 'ksiegowosc', 'kadry', 'biuro', 'firma'],
  ...['system', 'crm', 'haslo', 'logowanie', 'administrator', 'admin', 'pracownik', 'prezes', 'kierownik', 'sekretariat', 'polska', 'warszawa', 'praca', 'witaj', 'wiosna', 'lato'],
  ...['jesien', 'zima', 'styczen', 'luty', 'marzec', 'kwiecien', 'maj', 'czerwiec', 'lipiec', 'sierpien', 'wrzesien', 'pazdziernik', 'listopad', 'grudzien', 'contract', 'invoice'],
] as const

export interface PasswordFacts {
  readonly minLength: number
  /** The one in use, when it was typed into the same form. */
  readonly current?: string | undefined
  /** What belongs to the person and the company: login, name, company. */
  readonly ownWords: readonly string[]
  /** 0–4 as zxcvbn counts; the words given count for nothing. */
  readonly strengthOf: (password: string, words: readonly string[]) => number
}

/** The form in which a password is counted, compared and hashed: two keyboards' ways of typing `ó` are one password. */
export const normalPassword = (password: string): string => password.normalize('NFKC')

/**
 * What is wrong with a new password; `null` when it will do. No composition rules: length and strength decide (ASVS 6.2.5).
 * Whether it was used before is known to the server only.
 */
export function passwordIssue(password: string, facts: PasswordFacts): Issue | null {
  const next = normalPassword(password)
  const length = [...next].length
  const issue = (code: string, params: Issue['params'] = {}): Issue => ({ path: 'password', code, params })
  if (length === 0) return issue('required')
  if (length < facts.minLength) return issue('password-short', { limit: facts.minLength, count: facts.minLength - length })
  if (length > longestPassword) return issue('too-long', { limit: longestPassword })
  if (facts.current !== undefined && isSimilar(facts.current, next)) return issue('password-similar')
  const words = guessable(facts.ownWords)
  return isMadeOf(words, next) || facts.strengthOf(next, words) < 3 ? issue('password-weak') : null
}

/** Letters that must be left beside known words, digits and signs. */
const ownLetters = 6

/** `FakturaFirma2026!`: strength counts the ways to put words together, a guesser of this office tries these first. */
function isMadeOf(words: readonly string[], password: string): boolean {
  const whole = plain(password)
  const rest = [...new Set(words.map(plain))].sort((left, right) => right.length - left.length).reduce((left, word) => left.replaceAll(word, ' '), whole)
  return rest !== whole && rest.replace(/[^\p{L}]/gu, '').length < ownLetters
}

/** The trade's words and the person's own, whole and in parts. */
export const guessable = (ownWords: readonly string[]): string[] => [
  ...tradeWords,
  ...ownWords.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)]).flatMap((word) => (word.length > 2 ? [word.toLowerCase(), plain(word)] : [])),
]

/**
 * Whether one password is the other with a little changed: `Lato2026!` and `Jesien2026!`, `Haslo1` and `Haslo2`. Letters are
 * compared without case and accents, any digit equals any other; similar is what shares a run of half the shorter one, forwards or
 * backwards, or is fewer than four edits away.
 */
export function isSimilar(left: string, right: string): boolean {
  const [a, b] = [plain(left), plain(right)]
  const shorter = Math.min(a.length, b.length)
  if (shorter === 0) return false
  const isClose = (other: string) => longestRun(a, other) >= Math.max(4, Math.ceil(shorter / 2)) || edits(a, other) < 4
  return isClose(b) || isClose([...b].reverse().join(''))
}

const plain = (text: string) => normalPassword(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replace(/\d/g, '0')

function longestRun(a: string, b: string): number {
  let longest = 0
  let above = new Uint16Array(b.length + 1)
  for (const letter of a) {
    const row = new Uint16Array(b.length + 1)
    for (let at = 1; at <= b.length; at += 1) {
      if (letter === b[at - 1]) row[at] = (above[at - 1] ?? 0) + 1
      longest = Math.max(longest, row[at] ?? 0)
    }
    above = row
  }
  return longest
}

/** Levenshtein's distance. */
function edits(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [index, letter] of [...a].entries()) {
    const row = [index + 1]
    for (let at = 1; at <= b.length; at += 1) row.push(Math.min((row[at - 1] ?? 0) + 1, (above[at] ?? 0) + 1, (above[at - 1] ?? 0) + (letter === b[at - 1] ? 0 : 1)))
    above = row
  }
  return above[b.length] ?? 0
}
