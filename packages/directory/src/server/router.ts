import { router as build } from '@crm/platform/server'
import { type RegisterProcedures, registerProcedures } from '@crm/register/server'
import { party } from '../party.ts'
import { rights } from '../rights.ts'

export type DirectoryRouter = { party: RegisterProcedures<typeof party.fields> }

const procedures: DirectoryRouter = { party: registerProcedures(party, rights.party) }

export const router = build(procedures)
