import { router as build } from '@crm/platform/server'
import { type RegisterProcedures, registerProcedures } from '@crm/register/server'
import { entry } from '../entry.ts'
import { rights } from '../rights.ts'

export type __Pascal__Router = { entry: RegisterProcedures<typeof entry.fields> }

const procedures: __Pascal__Router = { entry: registerProcedures(entry, rights.entry) }

export const router = build(procedures)
