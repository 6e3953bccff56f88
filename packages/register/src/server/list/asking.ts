import { holderOf, lookupFor, type Reading } from '@crm/platform/server'
import { type AnyRegister, readable } from '../../index.ts'
import type { Asking } from './condition.ts'
import { copiesOf } from '../copy/copies.ts'

/** Who asks, what of the register they may read, when, and what is theirs: for filters that say "me" and "my department". */
export const askingOf = (ctx: Reading, register: AnyRegister): Asking => ({
  register: readable(register, holderOf(ctx.user)),
  userId: ctx.user.id,
  now: ctx.now,
  mine: (target) => lookupFor(ctx.system, target).mine,
  copies: copiesOf(ctx.system),
})
