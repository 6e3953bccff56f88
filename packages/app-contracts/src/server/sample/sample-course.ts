import { addDays, addMonths, type Day, grosze, money } from '@crm/platform'
import { statement, type Writing } from '@crm/platform/server'
import type { AnyRegister } from '@crm/register'
import { rederive, type Stored } from '@crm/register/server'
import type { AnnexTerms } from '../../annex.ts'
import type { InvoiceEntry } from '../../invoice.ts'
import { fromNet } from '../../vat.ts'
import { insertAnnex } from '../annex-table.ts'
import type { Dice } from './dice.ts'
import { insertInvoice } from '../invoice-table.ts'

/** What happens to a made-up contract after it was signed: annexes, invoices, a limit that is nearly used up. */
export async function sampleCourse(ctx: Writing, register: AnyRegister, { record, dice, today }: { record: Stored; dice: Dice; today: Day }): Promise<void> {
  const of = { kind: register.id, contractId: record.id }
  const values = record.values as { signedOn: Day; startsOn: Day; endsOn: Day | null; value: string | null; currency: string; period: string } // fields of every variant
  const hasAnnex = dice.roll(4) === 0
  const invoiceCount = values.value !== null && values.startsOn < today && dice.roll(3) === 0 ? 1 + dice.roll(4) : 0
  if (hasAnnex) await insertAnnex(of, annexOf(values, dice), ctx.now)
  for (let at = 0; at < invoiceCount; at += 1) await insertInvoice(of, invoiceOf(values, { at, today }), ctx.now)
  if (invoiceCount > 2 && values.value !== null && values.period !== 'oneOff')
    await statement(`update ${register.table} set spend_limit = ? where id = ?`, [money((grosze(values.value) * 9n) / 2n), record.id])
  if (hasAnnex || invoiceCount > 0) await rederive(ctx, register, [record.id])
}

function annexOf({ startsOn, endsOn, value }: { startsOn: Day; endsOn: Day | null; value: string | null }, dice: Dice): AnnexTerms {
  const from = addMonths(startsOn, 2 + dice.roll(8))
  const dearer = value === null ? {} : { value: money((grosze(value) * 11n) / 10n) }
  const longer = endsOn === null ? {} : { endsOn: addMonths(endsOn, 12) }
  const changes = dice.roll(2) === 0 && endsOn !== null ? longer : { ...dearer, ...(value === null ? longer : {}) }
  return { number: '1', signedOn: addDays(from, -10), startsOn: from, endsOn: null, changes: Object.keys(changes).length > 0 ? changes : { paymentDays: 30 } }
}

function invoiceOf(
  { startsOn, value, currency, period }: { startsOn: Day; value: string | null; currency: string; period: string },
  { at, today }: { at: number; today: Day },
): InvoiceEntry {
  const month = addMonths(today, -at - 1)
  const issuedOn = month < startsOn ? startsOn : month
  const dueOn = addDays(issuedOn, 14)
  return {
    number: `FV/${issuedOn.slice(0, 7).replace('-', '/')}/${at + 1}`,
    seller: 'Przykładowy Dostawca sp. z o.o.',
    ksefNumber: null,
    issuedOn,
    dueOn,
    paidOn: at === 0 ? null : addDays(dueOn, -2),
    ...fromNet(period === 'oneOff' ? money(grosze(value ?? '0.00') / 5n) : (value ?? '0.00'), 23),
    currency,
  }
}
