import { noticeTo, notify, type Writing } from '@crm/platform/server'
import { type AnyRegister, documentOf, type Referred } from '../../index.ts'
import { changedByOther } from '../../notices.ts'
import { pathOf } from '../known.ts'
import type { Stored } from './record.ts'
import { referring } from './reminded.ts'

/** Somebody else changed a record that one looks after: told once until it is read, however often it is changed. */
export async function tellOwner(ctx: Writing, register: AnyRegister, record: Stored): Promise<void> {
  const field = referring(register, 'directory.person')
  const owner = field === undefined ? null : (record.values[field] as Referred | null) // a reference to a person
  if (!owner || owner.id === ctx.user.id) return
  const code = register.code ? String(record.values[register.code.field] ?? '') : String(record.values[register.list.title] ?? '')
  const about = { params: { name: ctx.user.name, code }, path: `${pathOf(ctx.system, register.id)}/${record.id}?tab=history`, document: documentOf(register, record.id) }
  await ctx.send(notify, { ...noticeTo(owner.id, changedByOther, about), isOnce: true })
}
