import { type Issue, type Language, sentence } from '@crm/platform'
import type { System } from '@crm/platform/server'
import { type AddedField, type AnyRegister, type Field, type FilterWords, itemsText, type Kind, type Referred } from '../index.ts'
import { messages } from '../messages/index.ts'

const warsaw = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', dateStyle: 'short', timeStyle: 'short' })

/** A moment on the office's clock: `2026-11-24 10:30`. */
export const clockOf = (moment: Date): string => warsaw.format(moment)

/** The register's and the engine's own words in a language, for what the server writes: sheets, mail. `added` are the fields that an admin named. */
export function wordsOf(system: System, register: AnyRegister, language: Language, added: readonly AddedField[] = []) {
  const [appId = '', entity = ''] = register.id.split('.')
  const tree = system.apps.find(({ app }) => app.id === appId)?.app.messages[language] ?? {}
  const said = (path: string, otherwise: string) => sentence(tree, `${entity}.${path}`, { language }) ?? otherwise
  const platform = system.apps.find(({ app }) => app.id === 'platform')?.app.messages[language] ?? {}
  const named = (name: string) => added.find((one) => one.field === name)
  const own = (path: string) => sentence(messages[language], path, { language }) ?? path
  return {
    own,
    title: said('title', register.id),
    field: (name: string) => named(name)?.[language] ?? said(`fields.${name}`, name),
    choice: (name: string, choice: string) => named(name)?.choices.find((one) => one.id === choice)?.[language] ?? said(`choices.${name}.${choice}`, choice),
    /** What the office also calls a field, for heads of sheets. */
    alsoCalled: (name: string) => said(`alsoCalled.${name}`, '').split(','),
    issue: ({ code, params = {} }: Issue) =>
      [tree, platform].map((one) => sentence(one, `issues.${code}`, { language, params })).find((one) => one !== null) ??
      sentence(platform, `failures.${code}`, { language, params }) ??
      code,
  }
}

export type ServerWords = ReturnType<typeof wordsOf>

const plain = (value: unknown) => String(value)

/** A read value as text, by its kind; amounts and days stay as the wire writes them. */
const texts: Record<Kind, (value: unknown, at: { name: string; field: Field; words: ServerWords }) => string> = {
  text: plain,
  longText: plain,
  code: plain,
  integer: plain,
  decimal: plain,
  money: plain,
  day: plain,
  moment: (value) => clockOf(new Date(String(value))),
  choice: (value, { name, words }) => words.choice(name, String(value)),
  yesNo: (value, { words }) => words.own(value ? 'yes' : 'no'),
  tags: (value) => (value as readonly string[]).join(', '), // what is read of these kinds
  items: (value, { name, field, words }) => itemsText(field, value, (part, one) => cellText(`${name}.${part}`, field.of?.[part] ?? field, words)(one)),
  reference: (value) => (value as Referred).label,
  references: (value) => (value as readonly Referred[]).map((one) => one.label).join(', '),
}

/** How cells of a column are written; `null` for an empty one. */
export function cellText(name: string, field: Field, words: ServerWords): (value: unknown) => string | null {
  const [write, at] = [texts[field.kind], { name, field, words }]
  const each = field.kind === 'choice' || field.kind === 'yesNo' ? onceEach((value) => write(value, at)) : (value: unknown) => write(value, at)
  return (value) => (value === null || value === undefined ? null : each(value))
}

/** Few values, many rows: each is put into words once. */
function onceEach(write: (value: unknown) => string): (value: unknown) => string {
  const written = new Map<unknown, string>()
  return (value) => {
    const known = written.get(value) ?? write(value)
    written.set(value, known)
    return known
  }
}

/** The words of a filter; documents in it are named by `labels`, keyed by kind and id. */
export const filterWords = (words: ServerWords, labels: ReadonlyMap<string, string>): FilterWords => ({
  field: words.field,
  operator: (op) => words.own(`operators.${op}`),
  value: (name, field, value) => (field.target ? (labels.get(`${field.target}:${String(value)}`) ?? `#${String(value)}`) : (cellText(name, field, words)(value) ?? '')),
  and: words.own('filter.and'),
  or: words.own('filter.or'),
})
