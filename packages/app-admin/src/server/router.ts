import { router as build } from '@crm/platform/server'
import { type AddedFieldProcedures, addedFieldProcedures } from '@crm/register/server'
import { rights } from '../rights.ts'
import { type AccountSafety, accountSafety } from './account-safety.ts'
import { type GroupProcedures, groupProcedures } from './groups.ts'
import { type JournalProcedures, journalProcedures } from './journal.ts'
import { type MailProcedures, mailProcedures } from './mail.ts'
import { type DepartmentProcedures, departmentProcedures, type SubstitutionProcedures, substitutionProcedures } from './organisation.ts'
import { type PeopleProcedures, peopleProcedures } from './people.ts'
import { type PositionProcedures, positionProcedures } from './positions.ts'
import { type RunningProcedures, runningProcedures } from './running.ts'
import { type RightsProcedures, rightsProcedures } from './rights-procedures.ts'
import { type ShutProcedures, shutProcedures } from './shut.ts'

export type AdminRouter = {
  rights: RightsProcedures
  groups: GroupProcedures
  people: PeopleProcedures
  departments: DepartmentProcedures
  positions: PositionProcedures
  substitutions: SubstitutionProcedures
  journal: JournalProcedures
  mail: MailProcedures
  safety: AccountSafety
  fields: AddedFieldProcedures
  running: RunningProcedures
  access: ShutProcedures
}

const procedures: AdminRouter = {
  rights: rightsProcedures,
  groups: groupProcedures,
  people: peopleProcedures,
  departments: departmentProcedures,
  positions: positionProcedures,
  substitutions: substitutionProcedures,
  journal: journalProcedures,
  mail: mailProcedures,
  safety: accountSafety,
  fields: addedFieldProcedures(rights.fields.edit),
  running: runningProcedures,
  access: shutProcedures,
}

export const router = build(procedures)
