const weights = [6, 5, 7, 2, 3, 4, 5, 6, 7]

/** The last digit of a NIP from its first nine; `null` where no NIP begins so. */
export function checkDigit(nine: string): number | null {
  const rest = weights.reduce((sum, weight, at) => sum + weight * Number(nine[at]), 0) % 11
  return rest === 10 ? null : rest
}

/**
 * Whether ten digits are a Polish tax number.
 *
 * @see product/facts-poland.md section 2 — weights 6 5 7 2 3 4 5 6 7, modulo 11; ten times the same digit fits too and is nobody's
 */
export const isNip = (text: string): boolean => /^\d{10}$/.test(text) && !/^(.)\1+$/.test(text) && checkDigit(text) === Number(text[9])

/** A NIP as people type it, `PL 526-104-08-28`, without what is not a digit. */
export const plainNip = (typed: string): string => typed.replace(/^\s*PL/i, '').replace(/[\s-]/g, '')
