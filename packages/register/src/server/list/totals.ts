import { Failure } from '@crm/platform'
import type { ReadPool } from '@crm/platform/server'
import type { Total } from '../../index.ts'
import { snake } from '../table/column.ts'
import type { Asking } from './condition.ts'
import { type Listing, whereOf } from './listing.ts'

/** The sums of amounts over everything that a filter finds, each currency by itself: they cannot be added. */
export async function totalsOf(pool: ReadPool, listing: Omit<Listing, 'columns'>, { fields, asking }: { fields: readonly string[]; asking: Asking }): Promise<Total[]> {
  const { register } = asking
  const sql = await whereOf(listing, asking)
  const byCurrency = Map.groupBy(fields, (name) => {
    const field = register.fields[name]
    if (field?.kind !== 'money') throw new Failure('invalid', { issues: [{ path: `fields.${name}`, code: 'unknown-field' }] })
    return field.currency ?? ''
  })
  const totals: Total[] = []
  for (const [currency, names] of byCurrency) {
    const key = currency === '' ? 'null' : `t.${snake(currency)}`
    const sums = names.map((name) => `sum(t.${snake(name)})`).join(', ')
    const rows = await pool.query(`select ${key}, ${sums} from ${register.table} t where ${sql.text}${currency === '' ? '' : ` group by ${key} order by ${key}`}`, sql.values)
    for (const [code, ...found] of rows)
      for (const [at, field] of names.entries())
        if (found[at] !== null && found[at] !== undefined) totals.push({ field, currency: code === null ? null : String(code), sum: String(found[at]) })
  }
  return totals
}
