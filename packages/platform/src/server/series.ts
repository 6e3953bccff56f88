import { QueryTypes } from 'sequelize'
import { currentTransaction, type Database } from './database.ts'

/**
 * The next number of a series in a year, for good: the counter row stays locked until the transaction that uses the number ends,
 * so fifty writers at once leave neither a gap nor a duplicate.
 *
 * @param series a pattern such as `U/H/{yyyy}/{nnnn}`
 * @returns the number as people read it, `U/H/2026/0042`
 */
export async function nextNumber(database: Database, { series, year }: { series: string; year: number }): Promise<string> {
  const transaction = currentTransaction()
  if (!transaction) throw new Error(`A number of ${series} is taken outside a transaction: it could be lost`)
  const { sequelize } = database
  await sequelize.query(
    'insert into platform_series (series, year, last_number) values (?,?,last_insert_id(1)) on duplicate key update last_number = last_insert_id(last_number + 1)',
    {
      type: QueryTypes.INSERT,
      transaction,
      replacements: [series, year],
    },
  )
  const [row] = await sequelize.query<{ last_number: number }>('select last_number from platform_series where series = ? and year = ?', {
    type: QueryTypes.SELECT,
    transaction,
    replacements: [series, year],
  })
  return numberOf(series, { year, count: row?.last_number ?? 1 })
}

export const numberOf = (series: string, at: { year: number; count: number }): string =>
  series.replace('{yyyy}', String(at.year)).replace(/\{(n+)\}/, (_place, digits: string) => String(at.count).padStart(digits.length, '0'))
