import { defineRights, type NamedRights, type Right, right } from '@crm/platform'
import { registerRights } from '@crm/register'
import { attachmentRights, labelRights, paperRights, placeRights, scanRights } from '@crm/storage'
import { variants } from './variants.ts'

const variantRights = () => ({
  ...registerRights(),
  /** Values, limits, rents, rates, invoices: fields of their own right. */
  amounts: right({ risk: 'sensitive' }),
  files: attachmentRights(),
  label: labelRights(),
  paper: paperRights(),
  annexes: { add: right(), edit: right(), remove: right({ risk: 'sensitive' }) },
  invoices: { add: right(), edit: right(), remove: right({ risk: 'sensitive' }) },
})

export type VariantRights = NamedRights<string, ReturnType<typeof variantRights>>
type ContractsRights<Names extends string> = {
  readonly enter: Right
  readonly scans: NamedRights<'contracts.scans', ReturnType<typeof scanRights>>
  readonly papers: NamedRights<'contracts.papers', ReturnType<typeof placeRights>>
  readonly reports: { readonly view: Right }
} & {
  readonly [Name in Names]: VariantRights
}

/** One set of rights for each variant, one for the door. */
export function rightsFor<const Names extends string>(names: readonly Names[]): ContractsRights<Names> {
  const own = Object.fromEntries(names.map((name) => [name, variantRights()]))
  // Every name gets the same tree; fromEntries forgets which names those were.
  return defineRights('contracts', {
    enter: right({ denied: 'page' }),
    scans: scanRights(),
    papers: placeRights(),
    reports: { view: right({ denied: 'page' }) },
    ...own,
  }) as unknown as ContractsRights<Names>
}

export const rights = rightsFor(Object.keys(variants) as (keyof typeof variants)[]) // its own names
