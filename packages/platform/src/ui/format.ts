import { type Day, type Language, type Money, zone } from '../index.ts'
import { language } from './session.ts'

const locales: Record<Language, string> = { pl: 'pl-PL', en: 'en-GB' }
const made = new Map<string, Intl.DateTimeFormat>()

function momentFormat(at: Language): Intl.DateTimeFormat {
  const known = made.get(at)
  if (known) return known
  const format = new Intl.DateTimeFormat(locales[at], { timeZone: zone, day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' })
  made.set(at, format)
  return format
}

/** `2026-11-22` as the office writes it: `22.11.2026`, in English `22/11/2026`. */
export function formatDay(day: Day): string {
  const [year, month, number] = day.split('-')
  return language() === 'pl' ? `${number}.${month}.${year}` : `${number}/${month}/${year}`
}

export const formatMoment = (iso: string): string => momentFormat(language()).format(new Date(iso))

/** Digits of an exact decimal with their groups; never through a floating number. */
export function formatDecimal(value: string): string {
  const [whole = '', fraction] = value.replace('-', '').split('.')
  const [group, point] = language() === 'pl' ? ['\u00a0', ','] : [',', '.']
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group)
  return `${value.startsWith('-') ? '\u2212' : ''}${digits}${fraction ? `${point}${fraction}` : ''}`
}

export const formatMoney = (amount: Money, currency?: string | null): string =>
  `${formatDecimal(amount)}${currency ? `\u00a0${currency === 'PLN' && language() === 'pl' ? 'zł' : currency}` : ''}`

const units = ['B', 'kB', 'MB', 'GB'] as const

export function formatBytes(count: number): string {
  let [value, at] = [count, 0]
  while (value >= 1_000 && at < units.length - 1) [value, at] = [value / 1_024, at + 1]
  return `${formatDecimal(value < 10 && at > 0 ? value.toFixed(1) : String(Math.round(value)))} ${units[at]}`
}
