import { invalid, type Issue } from '@crm/platform'
import { allowed, type Mutation, type Query, type System, issueOneTimePassword } from '@crm/platform/server'
import { type Belonging, type Heir, type ImportAnswer, importColumns, type ImportRow, type Person, personSchema, type PersonValues } from '@crm/directory'
import { checkImport, createPerson, erasePerson, importPeople, personOf, release, shownBelongings, switchAccount, updatePerson } from '@crm/directory/server'
import { z } from 'zod'
import { leftover } from '../notices.ts'
import { rights } from '../rights.ts'
import type { PersonLine } from '../wire.ts'

type Created = { id: number; password: string }

export type PeopleProcedures = {
  list: Query<object | undefined, PersonLine[]>
  get: Query<{ id: number }, Person>
  /** Answers the one-time password, which is shown once and kept nowhere. */
  create: Mutation<{ values: PersonValues }, Created>
  update: Mutation<{ id: number; values: PersonValues }, null>
  block: Mutation<{ id: number; note?: string | undefined }, null>
  unblock: Mutation<{ id: number; note?: string | undefined }, null>
  belongings: Query<{ id: number }, Belonging[]>
  release: Mutation<{ id: number; heirs: Record<string, Heir>; note?: string | undefined }, Belonging[]>
  erase: Mutation<{ id: number }, null>
  /** What is wrong with each row; writes nothing. */
  check: Mutation<{ rows: ImportRow[] }, Issue[][]>
  import: Mutation<{ rows: ImportRow[] }, ImportAnswer>
}

const id = z.number().int().positive()
const values = z.unknown().transform((given) => personSchema.parse(given))
const note = z.string().trim().max(500).optional()
const importRows = z
  .array(z.strictObject(Object.fromEntries(importColumns.map((column) => [column, z.string().max(500)]))))
  .min(1)
  .max(5_000) as unknown as z.ZodType<ImportRow[]> // made from the same names

export const peopleProcedures: PeopleProcedures = {
  list: allowed(rights.people.view)
    .input(z.strictObject({}).optional())
    .query(({ ctx }) => listPeople(ctx.system)),
  get: allowed(rights.people.view)
    .input(z.strictObject({ id }))
    .query(async ({ ctx, input }) => {
      const person = await personOf(ctx.system, input.id)
      await ctx.journalRead({ document: `platform.user:${input.id}`, affectedUserId: input.id })
      return person
    }),
  create: allowed(rights.people.create)
    .input(z.strictObject({ values }))
    .mutation(async ({ ctx, input }) => {
      const id = await createPerson(ctx, input.values)
      return { id, password: (await issueOneTimePassword(ctx, id)).password }
    }),
  update: allowed(rights.people.edit)
    .input(z.strictObject({ id, values }))
    .mutation(async ({ ctx, input }) => {
      await updatePerson(ctx, input.id, input.values)
      return null
    }),
  block: allowed(rights.people.block)
    .input(z.strictObject({ id, note }))
    .mutation(async ({ ctx, input }) => {
      await switchAccount(ctx, input.id, { isActive: false, note: input.note })
      return null
    }),
  unblock: allowed(rights.people.block)
    .input(z.strictObject({ id, note }))
    .mutation(async ({ ctx, input }) => {
      await switchAccount(ctx, input.id, { isActive: true, note: input.note })
      return null
    }),
  belongings: allowed(rights.people.release)
    .input(z.strictObject({ id }))
    .query(({ ctx, input }) => shownBelongings(ctx, input.id)),
  release: allowed(rights.people.release)
    .input(z.strictObject({ id, heirs: z.record(z.string().max(100), z.union([id, z.literal('back')]).nullable()), note }))
    .mutation(({ ctx, input }) => release(ctx, { userId: input.id, heirs: input.heirs, note: input.note }, { leftover })),
  erase: allowed(rights.people.erase)
    .input(z.strictObject({ id }))
    .mutation(async ({ ctx, input }) => {
      if (input.id === ctx.user.id) throw invalid({ path: 'id', code: 'own-account' })
      await erasePerson(ctx, input.id)
      return null
    }),
  // A mutation only because thousands of rows do not fit into an address.
  check: allowed(rights.people.import)
    .input(z.strictObject({ rows: importRows }))
    .mutation(async ({ ctx, input }) => {
      const { issues } = await checkImport(ctx, input.rows)
      await ctx.journal({ note: `checked ${input.rows.length} rows` })
      return issues
    }),
  import: allowed(rights.people.import)
    .input(z.strictObject({ rows: importRows }))
    .mutation(({ ctx, input }) => importPeople(ctx, input.rows)),
}

/** Everybody with an account, by name. */
async function listPeople(system: System): Promise<PersonLine[]> {
  const rows = await system.database.read.query(
    `select u.id, u.login, u.name, d.name, k.name, s.name, u.is_active, u.email, p.phone, (select count(*) from platform_user_right r where r.user_id = u.id)
     from platform_user u left join directory_person p on p.user_id = u.id left join directory_department d on d.id = p.department_id left join directory_position k on k.id = p.position_id left join platform_user s on s.id = p.supervisor_id
     order by u.name limit 5000`,
  )
  const text = (value: unknown) => (value === null ? null : String(value))
  return rows.map(([one, login, name, department, position, supervisor, isActive, email, phone, rightCount]) => ({
    id: Number(one),
    login: String(login),
    name: String(name),
    department: text(department),
    position: text(position),
    supervisor: text(supervisor),
    isActive: Number(isActive) === 1,
    email: text(email),
    phone: text(phone),
    rightCount: Number(rightCount),
  }))
}
