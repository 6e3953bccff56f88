import { type JobContext, lookupFor, statement } from '@crm/platform/server'
import type { AnyRegister } from '../../index.ts'
import { relabel as job } from '../../jobs.ts'
import { storeField } from '../table/cell.ts'
import { findRecord, saveSearch } from './record.ts'
import { referringTo, refersTo, withReferred } from './referring.ts'

const atOnce = 500

type Payload = ReturnType<typeof job.payload.parse>

/** Write the label of a document again where registers keep it beside its id. The version stays: nobody edited anything. */
export default async function relabel(ctx: JobContext, { kind, id, register: only, after }: Payload): Promise<void> {
  const registers = [...new Set(referringTo(ctx.system, kind).map(({ register }) => register))]
  // The first job hands each register to one of its own.
  if (!only) {
    for (const register of registers) await ctx.send(job, { kind, id, register: register.id, after: 0 })
    return
  }
  const register = registers.find((one) => one.id === only)
  const label = (await lookupFor(ctx.system, kind).labels(ctx.system, [id])).get(id)
  if (!register || label === undefined) return
  const fields = referringTo(ctx.system, kind).filter((one) => one.register === register)
  const rows = await statement<{ id: number }[]>(`select t.id from ${register.table} t where t.id > ? and (${fields.map(refersTo).join(' or ')}) order by t.id limit ${atOnce}`, [
    after,
    ...fields.map(() => id),
  ])
  for (const row of rows) await relabelRecord(ctx, register, { id: row.id, of: { kind, id, label } })
  if (rows.length === atOnce) await ctx.send(job, { kind, id, register: only, after: rows.at(-1)?.id ?? 0 })
}

async function relabelRecord(
  ctx: JobContext,
  register: AnyRegister,
  { id, of }: { id: number; of: { readonly kind: string; readonly id: number; readonly label: string } },
): Promise<void> {
  const record = await findRecord(ctx.system, register, { id, isLocked: true })
  if (!record) return
  const fields = Object.entries(register.fields).filter(([, field]) => field.target === of.kind)
  const changed = Object.fromEntries(
    fields.map(([name, field]) => [name, withReferred(field, record.values[name] ?? null, (one) => (one.id === of.id ? { id: one.id, label: of.label } : one))]),
  )
  const row = Object.assign({}, ...fields.map(([name, field]) => storeField(name, field, changed[name]))) as object // Object.assign over many is untyped
  await statement(`update ${register.table} set ? where id = ?`, [row, id])
  await saveSearch(register, { id, values: { ...record.values, ...changed } })
}
