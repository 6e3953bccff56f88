import { router as build } from '@crm/platform/server'
import { type JournalProcedures, journalProcedures } from './journal.ts'
import { type MailProcedures, mailProcedures } from './mail.ts'
import { type DepartmentProcedures, departmentProcedures, type SubstitutionProcedures, substitutionProcedures } from './organisation.ts'
import { type PeopleProcedures, peopleProcedures } from './people.ts'

export type AdminRouter = {
  people: PeopleProcedures
  departments: DepartmentProcedures
  substitutions: SubstitutionProcedures
  journal: JournalProcedures
  mail: MailProcedures
}

const procedures: AdminRouter = {
  people: peopleProcedures,
  departments: departmentProcedures,
  substitutions: substitutionProcedures,
  journal: journalProcedures,
  mail: mailProcedures,
}

export const router = build(procedures)
