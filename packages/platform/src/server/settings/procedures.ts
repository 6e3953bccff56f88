import { z } from 'zod'
import { invalid, isSecret, type Language, type SettingForm, type SettingLine, sentence, settingIssue, settingsOf, type SettingValue, type WireForm } from '../../index.ts'
import { guardChanged } from '../../notices.ts'
import { rights } from '../../rights.ts'
import { recordSecurity } from '../account/attacks/security-event.ts'
import type { Reading, Writing } from '../context.ts'
import { statement } from '../database/database.ts'
import { allowed, type Mutation, type Query } from '../procedure.ts'
import { settingNamed } from './settings.ts'
import { tellHolders } from '../rights/tell-holders.ts'

export type SettingsProcedures = {
  list: Query<{ language: Language }, SettingLine[]>
  save: Mutation<{ values: Record<string, unknown> }, null>
}

export const settingsProcedures: SettingsProcedures = {
  list: allowed(rights.settings.edit)
    .input(z.strictObject({ language: z.enum(['pl', 'en']) }))
    .query(({ ctx, input }) => listSettings(ctx, input.language)),
  save: allowed(rights.settings.edit)
    .input(z.strictObject({ values: z.record(z.string().max(120), z.unknown()) }))
    .mutation(async ({ ctx, input }) => {
      await saveSettings(ctx, input.values)
      return null
    }),
}

async function listSettings(ctx: Reading, language: Language): Promise<SettingLine[]> {
  const { settings, env, apps } = ctx.system
  const lines = apps.map(({ app }) => {
    const say = (path: string) => sentence(app.messages[language], path, { language }) ?? ''
    return Promise.all(
      settingsOf(app.settings ?? {}).map(async (one): Promise<SettingLine> => {
        const [, group = '', name = ''] = one.id.split('.')
        const at = `systemSettings.${group}.${name}`
        const words = { id: one.id, app: say('title'), group: say(`systemSettings.${group}.title`), name: say(`${at}.name`), help: say(`${at}.help`) }
        if (isSecret(one)) {
          const value = (env as Readonly<Record<string, unknown>>)[one.variable] // a name of the environment's schema
          return { ...words, help: one.variable, form: null, value: null, initial: null, isSet: Boolean(value) }
        }
        return { ...words, form: wireForm(one.form, (choice) => say(`${at}.choices.${choice}`)), value: await settings.get<SettingValue>(one), initial: one.initial, isSet: null }
      }),
    )
  })
  return (await Promise.all(lines)).flat()
}

function wireForm(form: SettingForm, wordsOf: (choice: string) => string): WireForm {
  if (form.kind === 'lines') return { kind: 'lines', limit: form.limit }
  if (form.kind === 'choice') return { kind: 'choice', choices: form.choices.map((value) => ({ value, label: wordsOf(value) })) }
  return form
}

/** @throws Failure 'invalid' naming each setting that is unknown or whose value does not fit; then none is changed */
async function saveSettings(ctx: Writing, values: Readonly<Record<string, unknown>>): Promise<void> {
  const { settings, apps } = ctx.system
  const entries = Object.entries(values).map(([id, value]) => ({ id, value, setting: settingNamed(apps, id) }))
  const issues = entries.flatMap(({ id, value, setting }) => (setting ? (settingIssue(setting, value) ?? []) : { path: id, code: 'unknown-field' }))
  if (issues.length > 0) throw invalid(...issues)
  const changes: Record<string, readonly [unknown, unknown]> = {}
  for (const { id, value, setting } of entries) {
    if (!setting) continue
    const before = await settings.get<SettingValue>(setting)
    if (JSON.stringify(before) === JSON.stringify(value)) continue
    changes[id] = [before, value]
    await statement('replace into platform_setting (name, value, changed_at, changed_by) values (?,?,?,?)', [id, JSON.stringify(value), ctx.now, ctx.user.id])
  }
  await ctx.journal({ document: 'platform.setting:1', changes })
  const guarding = Object.keys(changes).filter((id) => id.startsWith('platform.'))
  if (guarding.length > 0) {
    await recordSecurity(ctx, { rule: 'security-settings', severity: 'critical', sample: guarding.join(', ') })
    await tellHolders(ctx, guardChanged, { params: { name: ctx.user.name, count: guarding.length }, path: '/admin/settings' })
  }
  settings.forget()
}
