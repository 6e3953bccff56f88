import { isAccount, isNip, isRegon, plainAccount, plainNip } from '@crm/directory'
import { isDay, moneyOf } from '@crm/platform'
import type { FoundInText } from '@crm/storage'

const months = ['stycznia', 'lutego', 'marca', 'kwietnia', 'maja', 'czerwca', 'lipca', 'sierpnia', 'września', 'października', 'listopada', 'grudnia']
const currencies: Readonly<Record<string, string>> = {
  zł: 'PLN',
  zl: 'PLN',
  złotych: 'PLN',
  złote: 'PLN',
  pln: 'PLN',
  eur: 'EUR',
  euro: 'EUR',
  '€': 'EUR',
  usd: 'USD',
  gbp: 'GBP',
  chf: 'CHF',
}

/** Words before a day that say which day of a contract it is; the nearest counts. */
const dayWords: readonly (readonly [string, RegExp])[] = [
  ['endsOn', /\b(do dnia|do|wygasa|kończy się|until|ends on)\b/giu],
  ['startsOn', /(od dnia|\bod\b|obowiązuje od|wchodzi w życie|rozpoczyna się|\bfrom\b)/giu],
  ['signedOn', /(zawart\p{L}* (w|dnia)|podpisan\p{L}*|sporządzon\p{L}*|w dniu|concluded on|signed on)/giu],
]
const valueWords = /(wynagrodzeni|wartość|wartości|cen[aęy]|czynsz|kwot|opłat|remuneration|value|price|rent)/iu
const contextLength = 70

interface Pattern {
  readonly kind: string
  readonly pattern: RegExp
  /** As it is kept; `null` where it only looks so. */
  readonly read: (match: RegExpMatchArray, before: string) => string | null
  readonly field: (before: string) => string | null
}

const patterns: readonly Pattern[] = [
  // Twenty-six digits hold others inside them, so accounts go first.
  {
    kind: 'account',
    pattern: /(?:PL\s?)?\d{2}(?:[\s-]?\d{4}){6}(?!\d)/g,
    read: ([text]) => (isAccount(text) ? plainAccount(text) : null),
    field: () => null,
  },
  {
    kind: 'nip',
    pattern: /(?:PL\s?)?\d{3}[-\s]?(?:\d{3}[-\s]?\d{2}|\d{2}[-\s]?\d{2})[-\s]?\d{2,3}(?!\d)/g,
    read: ([text], before) => (/NIP\W{0,4}$/i.test(before) && isNip(plainNip(text)) ? plainNip(text) : null),
    field: () => 'parties',
  },
  { kind: 'regon', pattern: /\d{14}(?!\d)|\d{9}(?!\d)/g, read: ([text], before) => (/REGON\W{0,4}$/i.test(before) && isRegon(text) ? text : null), field: () => 'parties' },
  {
    kind: 'day',
    pattern: new RegExp(String.raw`(\d{1,2})[.](\d{1,2})[.](\d{4})|(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\s+(${months.join('|')})\s+(\d{4})`, 'giu'),
    read: dayRead,
    field: (before) => nearest(before),
  },
  {
    kind: 'money',
    pattern: /(\d{1,3}(?:[\s\u00a0.]\d{3})+|\d+)(?:,(\d{2})|,-)?[\s\u00a0]*(złotych|złote|zł|PLN|EUR|euro|€|USD|GBP|CHF)(?!\p{L})/giu,
    read: moneyRead,
    field: (before) => (valueWords.test(before) ? 'value' : null),
  },
]

/**
 * What a contract's text says by itself: numbers of its parties, days, amounts, accounts - those that their check digits allow - with the
 * field that the words before them point at. Only proposals: whoever fills the form in takes or leaves each.
 */
export function recognise(text: string): FoundInText[] {
  const found: FoundInText[] = []
  for (const { kind, pattern, read, field } of patterns)
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (/\d/.test(text[from - 1] ?? '') || found.some((one) => from < one.to && to > one.from)) continue
      const before = text.slice(Math.max(0, from - contextLength), from)
      const value = read(match, before)
      if (value !== null) found.push({ kind, value, field: field(before), from, to })
    }
  return found.toSorted((one, other) => one.from - other.from)
}

function dayRead([, d1, m1, y1, y2, m2, d2, d3, name, y3]: RegExpMatchArray): string | null {
  const month = m1 ?? m2 ?? String(months.indexOf((name ?? '').toLowerCase()) + 1)
  const day = `${y1 ?? y2 ?? y3}-${month.padStart(2, '0')}-${(d1 ?? d2 ?? d3 ?? '').padStart(2, '0')}`
  return isDay(day) ? day : null
}

function moneyRead([, whole = '', cents = '00', unit = '']: RegExpMatchArray): string | null {
  const amount = moneyOf(`${whole.replaceAll(/[\s\u00a0.]/g, '')},${cents}`)
  return amount === null ? null : `${amount} ${currencies[unit.toLowerCase()] ?? ''}`
}

function nearest(before: string): string | null {
  const at = dayWords.map(([field, words]) => [field, Math.max(-1, ...[...before.matchAll(words)].map((match) => match.index + match[0].length))] as const)
  const [best] = at.toSorted((one, other) => other[1] - one[1])
  return best && best[1] >= 0 ? best[0] : null
}
