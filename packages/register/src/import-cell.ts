import { dayOf, type Issue, moneyOf, startOfDay } from '@crm/platform'
import type { Field, Kind } from './field.ts'
import { fold } from './fold.ts'

/** What a cell of a sheet can say beyond its own signs. */
export interface CellWords {
  /** A day however a sheet writes it, as `2026-11-24`; anything else as it is. */
  readonly day: (cell: string) => string
  /** A choice by its folded label in any language, or by its own name. */
  readonly choice: (name: string, folded: string) => string | undefined
}

export type CellValue = { readonly value: unknown } | { readonly issue: Issue }

const yes = new Set(['tak', 'yes', 'true', 'prawda', '1', 'x', 't', 'y'])
const no = new Set(['nie', 'no', 'false', 'falsz', '0', 'n'])

/**
 * A cell of an imported sheet as the field takes it; an empty one is `null`. Whether the value fits the field is decided afterwards, by the
 * same schema as of a form. References are looked up, not read.
 */
export function cellValue(name: string, { field, text, words }: { field: Field; text: string; words: CellWords }): CellValue {
  const plain = text.trim()
  return plain === '' ? { value: null } : readers[field.kind](plain, { name, field, words })
}

type Reader = (text: string, at: { name: string; field: Field; words: CellWords }) => CellValue

const wrong = (path: string, code: string): CellValue => ({ issue: { path, code } })
const asText: Reader = (text) => ({ value: text })

const readers: Record<Kind, Reader> = {
  text: asText,
  longText: asText,
  code: (text, { field }) => {
    // A workbook keeps a long number as a number; people write one in groups.
    const plain = /^\d(\.\d+)?E\+?\d+$/i.test(text) ? BigInt(Number(text)).toString() : text
    return { value: plain.length > (field.maxLength ?? 60) ? plain.replace(/[\s-]/g, '') : plain }
  },
  integer: (text, { name }) => {
    const number = decimalOf(text)
    return number !== null && /^-?\d+(\.0+)?$/.test(number) ? { value: Number(number) } : wrong(name, 'not-a-number')
  },
  decimal: (text, { name }) => {
    const number = decimalOf(text)
    return number === null ? wrong(name, 'not-a-number') : { value: number }
  },
  money: (text, { name, field }) => {
    const [amount, currency] = amountOf(text)
    if (currency && !field.currency && currency !== 'PLN') return wrong(name, 'other-currency')
    const money = moneyOf(decimalOf(amount) ?? amount)
    return money === null ? wrong(name, 'not-money') : { value: money }
  },
  day: (text, { words }) => ({ value: words.day(text) }),
  moment: (text, { name, words }) => {
    const moment = momentOf(text, words)
    return moment === null ? wrong(name, 'not-a-moment') : { value: moment }
  },
  choice: (text, { name, field, words }) => {
    const found = words.choice(name, fold(text)) ?? field.choices?.find((choice) => choice === text)
    return found === undefined ? wrong(name, 'not-a-choice') : { value: found }
  },
  yesNo: (text, { name }) => {
    const word = fold(text)
    return yes.has(word) || no.has(word) ? { value: yes.has(word) } : wrong(name, 'not-a-choice')
  },
  tags: (text) => ({ value: [...new Set(text.split(/[,;|\n]/).flatMap((tag) => tag.trim() || []))] }),
  // A cell cannot hold them: no column of a sheet leads to such a field.
  items: (_text, { name }) => wrong(name, 'unknown-field'),
  reference: asText,
  references: asText,
}

/** The names that a cell of references can mean, from the likeliest: the whole of it, its parts by `;`, its parts by commas. */
export function namesIn(field: Field, text: string): string[][] {
  const plain = text.trim()
  if (field.kind === 'reference') return [[plain]]
  const parts = (by: RegExp) => plain.split(by).flatMap((part) => part.trim() || [])
  return [[plain], parts(/[;|\n]| · /), parts(/[,;|\n]/)]
}

/** The currency that stands in the cell of an amount, `1 500,00 zł`; `null` for a bare number. */
export const currencyIn = (text: string): string | null => amountOf(text)[1]

const signs: Readonly<Record<string, string>> = { zł: 'PLN', zl: 'PLN', '€': 'EUR', $: 'USD', '£': 'GBP', kč: 'CZK' }

function amountOf(text: string): [amount: string, currency: string | null] {
  const [, amount = text, word = ''] = /^(.*\d)\s*(zł|zl|€|\$|£|kč|[A-Z]{3})\.?$/i.exec(text.trim()) ?? []
  return [amount, word === '' ? null : (signs[word.toLowerCase()] ?? word.toUpperCase())]
}

/** `1 234,50`, `1.234,50`, `1234.5` and what a workbook makes of 0,1 + 0,2, with a point; `null` for anything else. */
function decimalOf(text: string): string | null {
  const bare = text.replace(/[\s\u00a0\u202f']/g, '')
  const plain = bare.includes(',') && /^-?\d{1,3}(\.\d{3})+,\d+$/.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : bare.replace(',', '.')
  if (/^-?\d+(\.\d+)?E[+-]?\d+$/i.test(plain) || /^-?\d+\.\d{8,}$/.test(plain)) return String(Number(Number(plain).toFixed(7)))
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : null
}

/** A moment on the office's clock, `24.11.2026 10:30`, or one with its zone. */
function momentOf(text: string, words: CellWords): string | null {
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text)) return Number.isNaN(Date.parse(text)) ? null : new Date(text).toISOString()
  const [, date = text, hours = '0', minutes = '0', seconds = '0'] = /^(.+?)[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text) ?? []
  const day = words.day(date)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number(hours) > 23 || Number(minutes) > 59) return null
  const clock = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  const early = new Date(startOfDay(day).getTime() + clock * 1_000)
  // On the two days a year whose clock is moved, what is after it is an hour away.
  const moved = [0, -1, 1].map((hour) => new Date(early.getTime() + hour * 3_600_000))
  return (moved.find((one) => dayOf(one) === day && hourOf(one) === Number(hours)) ?? early).toISOString()
}

const warsawHour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Warsaw', hour: '2-digit', hourCycle: 'h23' })
const hourOf = (moment: Date) => Number(warsawHour.format(moment))
