/** Two letters of the series, the year, a serial of six digits: what a label says before its check digits. */
export interface LabelName {
  /** `UH`: two capital letters. */
  readonly series: string
  readonly year: number
  readonly serial: number
}

const pattern = /^[A-Z]{2}\d{12}$/

/**
 * The payload of both symbols of a label, `UH202600004217`: without separators, so that the bars stay narrow.
 * The last two digits check all the rest by ISO 7064 mod 97-10, letters standing for 10 to 35: any one sign that is
 * wrong and any two neighbours that changed places are found.
 */
export function labelCode({ series, year, serial }: LabelName): string {
  const body = `${series}${String(year).padStart(4, '0')}${String(serial).padStart(6, '0')}`
  if (!pattern.test(`${body}00`)) throw new Error(`No label code for ${series} ${year} ${serial}`)
  return `${body}${String(98 - remainder(`${body}00`)).padStart(2, '0')}`
}

/** What was scanned or typed, or `null` when it is no label of ours; spaces and small letters of a typing hand are taken. */
export function readLabel(text: string): string | null {
  const code = text.replace(/\s+/g, '').toUpperCase()
  return pattern.test(code) && remainder(code) === 1 ? code : null
}

/** As the eye reads it: `UH 2026 000 042 17`. */
export const spokenLabel = (code: string): string => code.replace(/^(..)(.{4})(...)(...)(..)$/, '$1 $2 $3 $4 $5')

function remainder(code: string): number {
  let rest = 0
  for (const sign of code) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}
