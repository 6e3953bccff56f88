import { router as build } from '@crm/platform/server'
import type { FieldMap, Register } from '@crm/register'
import { type RegisterProcedures, registerDocument, registerProcedures } from '@crm/register/server'
import { type AttachedTo, type AttachmentProcedures, attachmentProcedures } from '@crm/storage/server'
import { rights, type VariantRights } from '../rights.ts'
import type { Variant, Variants } from '../variant.ts'
import { variants } from '../variants.ts'

type Procedures<V> = V extends Variant<infer Fields> ? RegisterProcedures<Fields> & { files: AttachmentProcedures } : never

export type ContractsRouter = { readonly [Name in keyof typeof variants]: Procedures<(typeof variants)[Name]> }

/** The contracts of each variant as the documents that files hang on. */
export const filesFor = (list: Variants, named: Readonly<Record<string, unknown>>): Readonly<Record<string, AttachedTo>> =>
  Object.fromEntries(Object.entries(list).map(([name, { register }]) => [name, { ...registerDocument(register), rights: rightsOf(named, name).files }]))

/** The procedures of every variant in the list. */
export function routerFor(list: Variants, named: Readonly<Record<string, unknown>>) {
  const files = filesFor(list, named)
  return build(
    Object.fromEntries(
      Object.entries(list).map(([name, { register }]) => {
        const attached = files[name]
        if (!attached) throw new Error(`${name} has no files`)
        return [name, { ...registerProcedures(register as unknown as Register<FieldMap>, rightsOf(named, name)), files: attachmentProcedures(attached) }]
      }),
    ),
  )
}

// The rights were made from the same list.
const rightsOf = (named: Readonly<Record<string, unknown>>, name: string) => named[name] as VariantRights

export const router = routerFor(variants, rights) as unknown as ContractsRouter // built from this very list
