/** An exact amount with two decimals, `'1500.50'`; its currency stands beside it. Never a number. */
export type Money = string

export const isMoney = (text: string): boolean => /^-?\d{1,13}\.\d{2}$/.test(text)

/** Whole grosze, for arithmetic. */
export const grosze = (amount: Money): bigint => BigInt(amount.replace('.', ''))

export function money(grosze: bigint): Money {
  const sign = grosze < 0n ? '-' : ''
  const digits = (grosze < 0n ? -grosze : grosze).toString().padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export const addMoney = (left: Money, right: Money): Money => money(grosze(left) + grosze(right))

export const timesMoney = (amount: Money, count: number): Money => money(grosze(amount) * BigInt(count))

/** What a person typed, `1 500,5` or `1500.50`, as money; `null` when it is none or has more than two decimals. */
export function moneyOf(typed: string): Money | null {
  const plain = typed.replace(/[\s\u00a0]/g, '').replace(',', '.')
  const parts = /^(-?\d{1,13})(?:\.(\d{1,2}))?$/.exec(plain)
  if (!parts) return null
  return `${parts[1]}.${(parts[2] ?? '').padEnd(2, '0')}`
}
