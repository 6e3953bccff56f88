import { type AccessSql, holderOf, type Reading, visibleWhere } from '@crm/platform/server'
import type { AnyRegister } from '@crm/register'
import { rights, type VariantRights } from '../rights.ts'
import { variants } from '../variants.ts'

interface SeenVariant {
  readonly entity: string
  readonly register: AnyRegister
  /** The contracts of it that the reader may see, over `t`. */
  readonly where: Pick<AccessSql, 'text' | 'values'>
  /** Whether the reader may read what they are worth. */
  readonly hasAmounts: boolean
}

/** The variants of which the reader may see something, with what they may see: every sum and calendar over contracts begins here. */
export function seenVariants(ctx: Pick<Reading, 'user' | 'now'>): SeenVariant[] {
  return Object.entries(variants).flatMap(([entity, { register }]) => {
    const { view, amounts } = rights[entity as keyof typeof variants] as VariantRights // its own names
    const seen = visibleWhere(ctx.user, { kind: register.id, right: view.id, now: ctx.now })
    if (seen === 'none') return []
    return [{ entity, register, hasAmounts: holderOf(ctx.user)(amounts.id), where: seen === 'all' ? { text: 'true', values: [] } : seen }]
  })
}
