import { QueryTypes } from 'sequelize'
import { z } from 'zod'
import type { HelpChapter, Language, NoticeLine, Theme } from '../index.ts'
import { rights } from '../rights.ts'
import { currentTransaction } from './database.ts'
import { type CaptchaProcedures, captchaProcedures, type PasswordProcedures, passwordProcedures, type SessionProcedures, sessionProcedures } from './account/account-procedures.ts'
import { type FactorProcedures, factorProcedures } from './account/factor-procedures.ts'
import { chapterOf, chaptersFor } from './help.ts'
import { allowed, type Mutation, type Query, router as build } from './procedure.ts'
import { type SettingsProcedures, settingsProcedures } from './settings-procedures.ts'

const nothing = z.object({}).optional()
const language = z.enum(['pl', 'en'])
const preferenceName = z.string().regex(/^[a-z0-9.-]{1,120}$/i)

export type PlatformRouter = {
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
  notices: { list: Query<object | undefined, NoticeLine[]>; read: Mutation<{ ids: number[] }, null> }
  help: { list: Query<{ language: 'pl' | 'en' }, HelpChapter[]>; get: Query<{ app: string; id: string; language: 'pl' | 'en' }, { title: string; markdown: string }> }
}

const procedures: PlatformRouter = {
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
  notices: {
    list: allowed(rights.notices.view)
      .input(nothing)
      .query(async ({ ctx }) => {
        const rows = await ctx.system.database.read.execute('select id, kind, params, path, at, read_at from platform_notice where user_id = ? order by id desc limit 100', [
          ctx.user.id,
        ])
        const kinds = new Map(ctx.system.apps.flatMap((server) => server.app.notices.map((kind) => [kind.id, kind.right])))
        return rows
          .filter((row) => ctx.user.rights.has(kinds.get(String(row[1])) ?? ''))
          .map(([id, kind, params, path, at, readAt]) => ({
            id: Number(id),
            kind: String(kind),
            // what notify wrote
            params: typeof params === 'string' ? (JSON.parse(params) as NoticeLine['params']) : (params as NoticeLine['params']),
            path: String(path),
            at: `${String(at).replace(' ', 'T')}Z`,
            isRead: readAt !== null,
          }))
      }),
    read: allowed(rights.notices.view)
      .input(z.strictObject({ ids: z.array(z.number().int()).max(100) }))
      .mutation(async ({ ctx, input }) => {
        if (input.ids.length > 0) {
          await ctx.system.database.sequelize.query('update platform_notice set read_at = ? where user_id = ? and read_at is null and id in (?)', {
            replacements: [ctx.now, ctx.user.id, input.ids],
          })
        }
        await ctx.journal({ note: `${input.ids.length}` })
        return null
      }),
  },
  help: {
    list: allowed(rights.help.view)
      .input(z.strictObject({ language }))
      .query(({ ctx, input }) => chaptersFor(ctx.system, { rights: ctx.user.rights, language: input.language })),
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
