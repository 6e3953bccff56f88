import { QueryTypes } from 'sequelize'
import { z } from 'zod'
import type { HelpChapter, HelpHit, Language, MyReminder, SearchHit, Theme, TodoLine } from '../index.ts'
import { rights } from '../rights.ts'
import { type AccessRequestProcedures, accessRequestProcedures } from './access/request-procedures.ts'
import { currentTransaction } from './database/database.ts'
import { type CaptchaProcedures, captchaProcedures, type PasswordProcedures, passwordProcedures, type SessionProcedures, sessionProcedures } from './account/procedures.ts'
import { type CalendarProcedures, calendarProcedures } from './calendar/procedures.ts'
import { type FactorProcedures, factorProcedures } from './account/factors/procedures.ts'
import { chapterAbout, chapterOf, chaptersFor, findChapters } from './help.ts'
import { type IncidentProcedures, incidentProcedures } from './incidents/procedures.ts'
import { allowed, type Mutation, type Query, router as build } from './procedure.ts'
import { type NoticeProcedures, noticeProcedures } from './notices/procedures.ts'
import { myReminders } from './reminders/mine.ts'
import { searchAll } from './search.ts'
import { listTodos } from './todo/list.ts'
import { type RightProcedures, rightProcedures } from './rights/procedures.ts'
import { type SettingsProcedures, settingsProcedures } from './settings/procedures.ts'

const nothing = z.object({}).optional()
const language = z.enum(['pl', 'en'])
const preferenceName = z.string().regex(/^[a-z0-9.-]{1,120}$/i)

export type PlatformRouter = RightProcedures &
  AccessRequestProcedures & {
    settings: SettingsProcedures
    session: SessionProcedures
    password: PasswordProcedures
    factor: FactorProcedures
    captcha: CaptchaProcedures
    preferences: {
      get: Query<{ key: string }, unknown>
      set: Mutation<{ key: string; value?: unknown }, null>
      look: Mutation<{ language?: Language | undefined; theme?: Theme | undefined }, null>
    }
    notices: NoticeProcedures
    search: { find: Query<{ text: string }, SearchHit[]> }
    incidents: IncidentProcedures
    todo: { list: Query<object | undefined, TodoLine[]> }
    calendar: CalendarProcedures
    reminders: { mine: Query<object | undefined, MyReminder[]> }
    help: {
      list: Query<{ language: 'pl' | 'en' }, HelpChapter[]>
      get: Query<{ app: string; id: string; language: 'pl' | 'en' }, { title: string; markdown: string }>
      find: Query<{ text: string; language: 'pl' | 'en' }, HelpHit[]>
      about: Query<{ right: string; language: 'pl' | 'en' }, HelpChapter>
    }
  }

const procedures: PlatformRouter = {
  ...rightProcedures,
  ...accessRequestProcedures,
  settings: settingsProcedures,
  session: sessionProcedures,
  password: passwordProcedures,
  factor: factorProcedures,
  captcha: captchaProcedures,
  preferences: {
    get: allowed(rights.preferences.edit)
      .input(z.strictObject({ key: preferenceName }))
      .query(async ({ ctx, input }) => {
        const rows = await ctx.system.database.read.execute('select value from platform_preference where user_id = ? and name = ?', [ctx.user.id, input.key])
        const value: unknown = rows[0]?.[0] ?? null
        return typeof value === 'string' ? (JSON.parse(value) as unknown) : value
      }),
    set: allowed(rights.preferences.edit)
      .input(z.strictObject({ key: preferenceName, value: z.json() }))
      .mutation(async ({ ctx, input }) => {
        await savePreference(ctx.system.database.sequelize, { userId: ctx.user.id, name: input.key, value: input.value })
        await ctx.journal({ note: input.key })
        return null
      }),
    look: allowed(rights.preferences.edit)
      .input(z.strictObject({ language: language.optional(), theme: z.enum(['light', 'dark', 'auto']).optional() }))
      .mutation(async ({ ctx, input }) => {
        await ctx.system.database.sequelize.query('update platform_user set language = coalesce(?, language), theme = coalesce(?, theme) where id = ?', {
          transaction: currentTransaction() ?? null,
          replacements: [input.language ?? null, input.theme ?? null, ctx.user.id],
        })
        await ctx.journal({ note: Object.values(input).join(' ') })
        return null
      }),
  },
  notices: noticeProcedures,
  search: {
    find: allowed(rights.search.use)
      .input(z.strictObject({ text: z.string().max(100) }))
      .query(({ ctx, input }) => searchAll(ctx, input.text)),
  },
  incidents: incidentProcedures,
  todo: {
    list: allowed(rights.todo.view)
      .input(nothing)
      .query(({ ctx }) => listTodos(ctx)),
  },
  calendar: calendarProcedures,
  reminders: {
    mine: allowed(rights.reminders.view)
      .input(nothing)
      .query(({ ctx }) => myReminders(ctx)),
  },
  help: {
    list: allowed(rights.help.view)
      .input(z.strictObject({ language }))
      .query(({ ctx, input }) => chaptersFor(ctx.system, { rights: ctx.user.rights, language: input.language })),
    find: allowed(rights.help.view)
      .input(z.strictObject({ text: z.string().max(100), language }))
      .query(({ ctx, input }) => findChapters(ctx.system, { ...input, rights: ctx.user.rights })),
    about: allowed(rights.help.view)
      .input(z.strictObject({ right: z.string().max(100), language }))
      .query(({ ctx, input }) => chapterAbout(ctx.system, { ...input, rights: ctx.user.rights })),
    get: allowed(rights.help.view)
      .input(z.strictObject({ app: z.string().max(40), id: z.string().max(60), language }))
      .query(({ ctx, input }) => chapterOf(ctx.system, { ...input, rights: ctx.user.rights })),
  },
}

export const router = build(procedures)

type Saved = { userId: number; name: string; value: unknown }

const savePreference = (sequelize: import('sequelize').Sequelize, saved: Saved) =>
  sequelize.query('replace into platform_preference (user_id, name, value) values (?,?,?)', {
    type: QueryTypes.INSERT,
    transaction: currentTransaction() ?? null,
    replacements: [saved.userId, saved.name, JSON.stringify(saved.value ?? null)],
  })
