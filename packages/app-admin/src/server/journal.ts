import { isDay, type JournalLine, type JournalQuestion, type Language, outcomes, rightsOf, sentence } from '@crm/platform'
import { actsOf, allowed, browseJournal, namesOf, type Query } from '@crm/platform/server'
import { z } from 'zod'
import { rights } from '../rights.ts'

export type JournalProcedures = {
  list: Query<JournalQuestion, JournalLine[]>
  /** The same to be printed: an action of its own, journalled with what was asked. */
  print: Query<JournalQuestion, JournalLine[]>
  /** What actions are called, by their id. */
  actions: Query<{ language: Language }, { id: string; name: string }[]>
  /** Groups by name, for the filter. */
  groups: Query<object | undefined, { id: number; label: string }[]>
}

const day = z.string().refine(isDay, 'not-a-day').optional()
const id = z.number().int().positive().optional()
const words = (limit: number) => z.string().max(limit).optional()

export const questionSchema = z.strictObject({
  from: day,
  to: day,
  action: words(100),
  actorId: id,
  affectedUserId: id,
  affectedGroupId: id,
  right: words(100),
  document: words(120),
  outcome: z.enum(outcomes).optional(),
  ip: words(45),
  session: words(16),
  requestId: words(40),
  text: words(100),
  before: id,
})

/** With it entries about documents that are hidden from the reader are shown. */
export const unveiled = rights.journal.everything.id

/** Most that one sheet of paper after another should carry. */
const printLimit = 1_000

export const journalProcedures: JournalProcedures = {
  list: allowed(rights.journal.view)
    .input(questionSchema)
    .query(({ ctx, input }) => browseJournal({ ...ctx, unveiled }, input)),
  print: allowed(rights.journal.print)
    .input(questionSchema)
    .query(async ({ ctx, input }) => {
      await ctx.journalRead({ note: JSON.stringify(input) })
      return browseJournal({ ...ctx, unveiled }, input, { limit: printLimit })
    }),
  actions: allowed(rights.journal.view)
    .input(z.strictObject({ language: z.enum(['pl', 'en']) }))
    .query(async ({ ctx: { system }, input: { language } }) => [
      ...system.apps.flatMap(({ app }) =>
        rightsOf(app.rights).map(({ id }) => ({ id, name: sentence(app.messages[language], `rights.${id.slice(app.id.length + 1)}.name`, { language }) ?? id })),
      ),
      ...actsOf(system.apps).map((id) => ({ id, name: namesOf(system.apps, 'acts', id)[language] })),
    ]),
  groups: allowed(rights.journal.view)
    .input(z.strictObject({}).optional())
    .query(async ({ ctx }) => {
      const rows = await ctx.system.database.read.query('select id, name from platform_group order by name limit 1000')
      return rows.map(([group, name]) => ({ id: Number(group), label: String(name) }))
    }),
}
