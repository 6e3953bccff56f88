import { statement } from './database.ts'

/**
 * The next number of a series in a year, for good: the counter row stays locked until the transaction that uses the number ends,
 * so fifty writers at once leave neither a gap nor a duplicate.
 *
 * @param series a pattern such as `U/H/{yyyy}/{nnnn}`
 * @returns the number as people read it, `U/H/2026/0042`
 */
export async function nextNumber({ series, year }: { series: string; year: number }): Promise<string> {
  const { insertId } = await statement(
    'insert into platform_series (series, year, last_number) values (?,?,last_insert_id(1)) on duplicate key update last_number = last_insert_id(last_number + 1)',
    [series, year],
  )
  return numberOf(series, { year, count: insertId })
}

/** Hold a series until the transaction ends, before anything that may turn out to need a number of it: then those who wait, wait in one order. */
export async function holdSeries({ series, year }: { series: string; year: number }): Promise<void> {
  await statement('insert into platform_series (series, year, last_number) values (?,?,0) on duplicate key update last_number = last_number', [series, year])
}

export const numberOf = (series: string, at: { year: number; count: number }): string =>
  series.replace('{yyyy}', String(at.year)).replace(/\{(n+)\}/, (_place, digits: string) => String(at.count).padStart(digits.length, '0'))
