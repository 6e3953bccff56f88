import { type App, isDay } from '../index.ts'
import { formatDay } from './format.ts'
import { sentenceOf } from './text.ts'

/** The sentence of a notice, a task or their kind, out of the messages of the app that declares it. */
export function kindSentence(apps: readonly App[], part: 'notices' | 'noticeNames' | 'todos', about: { kind: string; params?: Readonly<Record<string, string | number>> }): string {
  const [id = '', ...name] = about.kind.split('.')
  const owner = apps.find((app) => app.id === id)
  const params = Object.fromEntries(Object.entries(about.params ?? {}).map(([key, value]) => [key, isDay(String(value)) ? formatDay(String(value)) : value]))
  return owner ? sentenceOf(owner.messages, `${part}.${name.join('.')}`, params) : about.kind
}
