import { isNip, plainNip } from './tax-number.ts'

const nine = [8, 9, 2, 3, 4, 5, 6, 7]
const fourteen = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]

const fits = (digits: string, weights: readonly number[]): boolean =>
  (weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11) % 10 === Number(digits[weights.length])

/**
 * Whether this is a number of the register of businesses: nine digits, or fourteen of a branch, whose first nine are its company's.
 *
 * @see the checksum of REGON: weights modulo 11, of the remainder the last digit
 */
export const isRegon = (text: string): boolean => /^(\d{9}|\d{14})$/.test(text) && fits(text, nine) && (text.length === 9 || fits(text, fourteen))

/** Ten digits of the court's register; it has no check digit. */
export const isKrs = (text: string): boolean => /^\d{10}$/.test(text) && /[1-9]/.test(text)

/** An account as it is compared and sent, `PL61109010140000071219812874`: a Polish one may be typed without its country. */
export function plainAccount(typed: string): string {
  const plain = typed.replaceAll(/[\s-]/g, '').toUpperCase()
  return /^\d{26}$/.test(plain) ? `PL${plain}` : plain
}

/** Whether this is an account number of any country, ISO 13616: its first four signs moved to the end, letters as 10 to 35, modulo 97 is 1. */
export function isAccount(typed: string): boolean {
  const plain = plainAccount(typed)
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain) || (plain.startsWith('PL') && !/^PL\d{26}$/.test(plain))) return false
  let rest = 0
  for (const sign of plain.slice(4) + plain.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

const union = new Set('AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI'.split(' '))

/** Whether this may be a VAT number of the European Union: its country's letters and what follows them; a Polish one is a NIP. Only VIES knows whether it lives. */
export function isEuVat(typed: string): boolean {
  const plain = typed.replaceAll(/[\s.-]/g, '').toUpperCase()
  if (!union.has(plain.slice(0, 2))) return false
  return plain.startsWith('PL') ? isNip(plainNip(plain)) : /^[A-Z]{2}[A-Z0-9+*]{2,12}$/.test(plain)
}
