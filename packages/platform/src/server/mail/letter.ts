import { type Language, type MessageParams, platform, sentence } from '../../index.ts'
import type { System } from '../context.ts'

/** What a letter may tell beside its link: a mailbox is read by others, a document's name or amount is not theirs to know. */
const spoken = ['code', 'count', 'days', 'minutes', 'on']

export interface Recipient {
  readonly name: string
  readonly email: string
  readonly language: Language
}

export interface Letter {
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
}

/**
 * The letter of a kind: its own sentences `mails.<name>.subject` and `.body` of the app's messages, or the sentence of the
 * notice where it says nothing that a letter may not; otherwise only the document's code.
 */
export function letterFor(system: System, about: { kind: string; params: MessageParams; path: string | null; to: Recipient }): Letter {
  const { language } = about.to
  const params = Object.fromEntries(Object.entries(about.params).filter(([name]) => spoken.includes(name)))
  const say = (key: string, facts: MessageParams = params) => sentence(platform.messages[language], `mail.${key}`, { language, params: facts }) ?? key
  const own = ownSentences(system, about.kind, { language, params })
  const fallback = params.code === undefined ? say('news') : say('newsOf')
  const subject = own.subject ?? own.notice ?? fallback
  const lines = [
    say('hello', { name: oneLine(about.to.name) }),
    own.body ?? own.notice ?? fallback,
    ...(about.path === null ? [] : [`${say('open')}\n${addressOf(system, about.path)}`]),
    `--\n${say('footer', { company: system.env.COMPANY })}`,
  ]
  return { to: { name: oneLine(about.to.name), address: oneLine(about.to.email) }, subject: oneLine(subject), text: lines.join('\n\n') }
}

function ownSentences(system: System, kind: string, at: { language: Language; params: MessageParams }) {
  const [id = '', ...rest] = kind.split('.')
  const tree = system.apps.find((server) => server.app.id === id)?.app.messages[at.language] ?? {}
  const name = rest.join('.')
  // A place that was not filled would tell less than nothing.
  const whole = (key: string) => {
    const found = sentence(tree, key, at)
    return found !== null && !/\{\w+\}/.test(found) ? found : null
  }
  return { subject: whole(`mails.${name}.subject`), body: whole(`mails.${name}.body`), notice: whole(`notices.${name}`) }
}

const addressOf = (system: System, path: string) => new URL(path, system.env.PUBLIC_URL ?? `http://localhost:${system.env.PORT}`).href

/** A header is one line: what follows a line break would be a header of the writer's own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const oneLine = (text: string) => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()
