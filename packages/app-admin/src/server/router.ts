import { router as build } from '@crm/platform/server'
import { type AddedFieldProcedures, addedFieldProcedures } from '@crm/register/server'
import { rights } from '../rights.ts'
import { type AccountSafety, accountSafety } from './account-safety.ts'
import { type GroupProcedures, groupProcedures } from './groups.ts'
import { type JournalProcedures, journalProcedures } from './journal.ts'
import { type MailProcedures, mailProcedures } from './mail.ts'
import { type DepartmentProcedures, departmentProcedures, type SubstitutionProcedures, substitutionProcedures } from './organisation.ts'
import { type PeopleProcedures, peopleProcedures } from './people.ts'
import { type RightsProcedures, rightsProcedures } from './rights-procedures.ts'

export type AdminRouter = {
  rights: RightsProcedures
  groups: GroupProcedures
  people: PeopleProcedures
  departments: DepartmentProcedures
  substitutions: SubstitutionProcedures
  journal: JournalProcedures
  mail: MailProcedures
  safety: AccountSafety
  fields: AddedFieldProcedures
}

const procedures: AdminRouter = {
  rights: rightsProcedures,
  groups: groupProcedures,
  people: peopleProcedures,
  departments: departmentProcedures,
  substitutions: substitutionProcedures,
  journal: journalProcedures,
  mail: mailProcedures,
  safety: accountSafety,
  fields: addedFieldProcedures(rights.fields.edit),
}

export const router = build(procedures)
