import { router as build } from '@crm/platform/server'
import { type RegisterProcedures, registerDocument, registerProcedures } from '@crm/register/server'
import { entry } from '../entry.ts'
import { rights } from '../rights.ts'

export type __Pascal__Router = { entry: RegisterProcedures<typeof entry.fields> }

export const entryDocument = registerDocument(entry, { view: rights.entry.view, path: '/__name__/entries' })

const procedures: __Pascal__Router = { entry: registerProcedures(entry, rights.entry) }

export const router = build(procedures)
