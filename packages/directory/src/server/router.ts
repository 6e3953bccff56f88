import { router as build } from '@crm/platform/server'
import { type RegisterProcedures, registerDocument, registerProcedures } from '@crm/register/server'
import { party } from '../party.ts'
import { rights } from '../rights.ts'

export type DirectoryRouter = { party: RegisterProcedures<typeof party.fields> }

export const partyDocument = registerDocument(party, { view: rights.party.view, path: '/directory/parties' })

const procedures: DirectoryRouter = { party: registerProcedures(party, rights.party) }

export const router = build(procedures)
