import type { Issue } from './failure.ts'

export type SettingValue = number | string | boolean | readonly string[]

/** One value that an admin may change while the system runs; what is not changed has its initial value. */
export interface Setting<Value extends SettingValue = SettingValue> {
  /** `platform.password.maxAgeDays`: app, group, name; its texts stand in the app's messages under `systemSettings.<group>.<name>`. */
  readonly id: string
  readonly initial: Value
  readonly form: SettingForm
}

/** How a setting is typed in, and what it may be. */
export type SettingForm =
  | { readonly kind: 'count'; readonly min: number; readonly max: number; readonly unit: SettingUnit | null }
  | { readonly kind: 'text'; readonly limit: number }
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'lines'; readonly limit: number; readonly pattern: RegExp | null }

export type SettingUnit = 'minutes' | 'hours' | 'days' | 'percent' | 'megabytes'

/** A password or key of an outside service: it comes from the environment only, and is only ever shown as set or not set. */
export interface Secret {
  readonly id: string
  readonly variable: string
}

interface SettingDraft<Value extends SettingValue> {
  readonly draft: 'setting'
  readonly initial: Value
  readonly form: SettingForm
}
interface SecretDraft {
  readonly draft: 'secret'
  readonly variable: string
}
interface SettingTree {
  readonly [group: string]: { readonly [name: string]: SettingDraft<SettingValue> | SecretDraft }
}
type Named<Draft> = Draft extends SettingDraft<infer Value> ? Setting<Value> : Secret
type NamedSettings<Tree> = { readonly [Group in keyof Tree]: { readonly [Name in keyof Tree[Group]]: Named<Tree[Group][Name]> } }

export const countSetting = (options: { initial: number; min: number; max: number; unit?: SettingUnit }): SettingDraft<number> => ({
  draft: 'setting',
  initial: options.initial,
  form: { kind: 'count', min: options.min, max: options.max, unit: options.unit ?? null },
})
export const textSetting = (options: { initial: string; limit: number }): SettingDraft<string> => ({
  draft: 'setting',
  initial: options.initial,
  form: { kind: 'text', limit: options.limit },
})
export const switchSetting = (initial: boolean): SettingDraft<boolean> => ({ draft: 'setting', initial, form: { kind: 'switch' } })
export const choiceSetting = <const Choice extends string>(options: { initial: NoInfer<Choice>; choices: readonly Choice[] }): SettingDraft<Choice> => ({
  draft: 'setting',
  initial: options.initial,
  form: { kind: 'choice', choices: options.choices },
})
/** A list, one entry a line. */
export const linesSetting = (options: { initial: readonly string[]; limit: number; pattern?: RegExp }): SettingDraft<readonly string[]> => ({
  draft: 'setting',
  initial: options.initial,
  form: { kind: 'lines', limit: options.limit, pattern: options.pattern ?? null },
})
export const secretSetting = (variable: string): SecretDraft => ({ draft: 'secret', variable })

/** The settings of one app: ids are the path, `platform.password.maxAgeDays`. */
export function defineSettings<const Tree extends SettingTree>(app: string, tree: Tree): NamedSettings<Tree> {
  const named = Object.entries(tree).map(([group, drafts]) => [
    group,
    Object.fromEntries(
      Object.entries(drafts).map(([name, draft]) => {
        const id = `${app}.${group}.${name}`
        return [name, draft.draft === 'secret' ? { id, variable: draft.variable } : { id, initial: draft.initial, form: draft.form }]
      }),
    ),
  ])
  // The compiler cannot follow entries back to names; the shape is the type's by construction.
  return Object.fromEntries(named) as NamedSettings<Tree>
}

/** Every setting and secret of a declaration, in its order. */
export const settingsOf = (settings: object): (Setting | Secret)[] => Object.values(settings).flatMap((group: object) => Object.values(group) as (Setting | Secret)[]) // what defineSettings made

export const isSecret = (one: Setting | Secret): one is Secret => 'variable' in one

/** What is wrong with a value for a setting; `null` when it fits. The form and the server ask the same. */
export function settingIssue(setting: Pick<Setting, 'id' | 'form'>, value: unknown): Issue | null {
  const { form } = setting
  const issue = (code: string, params: Issue['params'] = {}): Issue => ({ path: setting.id, code, params })
  if (form.kind === 'count') {
    if (typeof value !== 'number' || !Number.isInteger(value)) return issue('not-a-number')
    return value < form.min || value > form.max ? issue('out-of-range', { min: form.min, max: form.max }) : null
  }
  if (form.kind === 'switch') return typeof value === 'boolean' ? null : issue('wrong-value')
  if (form.kind === 'choice') return typeof value === 'string' && form.choices.includes(value) ? null : issue('not-a-choice')
  if (form.kind === 'text') {
    if (typeof value !== 'string') return issue('wrong-value')
    return value.length > form.limit ? issue('too-long', { limit: form.limit }) : null
  }
  if (!Array.isArray(value) || !value.every((line) => typeof line === 'string')) return issue('wrong-value')
  if (value.length > form.limit) return issue('too-long', { limit: form.limit })
  const { pattern } = form
  const wrong = pattern ? value.find((line) => !pattern.test(line)) : undefined
  return wrong === undefined ? null : issue('wrong-line', { line: wrong })
}

/** A setting as the admin's page gets it, in the words of its app; a secret has `isSet` and no value. */
export interface SettingLine {
  readonly id: string
  readonly app: string
  readonly group: string
  readonly name: string
  readonly help: string
  readonly form: WireForm | null
  readonly value: SettingValue | null
  readonly initial: SettingValue | null
  readonly isSet: boolean | null
}

/** The same over the wire: choices with their words; lines are checked by the server, because JSON has no patterns. */
export type WireForm =
  | Exclude<SettingForm, { kind: 'lines' | 'choice' }>
  | { readonly kind: 'choice'; readonly choices: readonly { readonly value: string; readonly label: string }[] }
  | { readonly kind: 'lines'; readonly limit: number }
