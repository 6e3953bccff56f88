import { type FailureData, type Issue, type MessageKey, type MessageParams, type Messages, sentence } from '../index.ts'
import { messages as platformMessages } from '../messages/index.ts'
import { language } from './session.ts'

export type Say<Tree> = (key: MessageKey<Tree>, params?: MessageParams) => string

/** The sentences of an app in the language of the moment, by typed keys. */
export function useText<M extends Messages>(messages: M): Say<M['pl']> {
  return (key, params = {}) => sentence(messages[language()], key, { language: language(), params }) ?? key
}

/** A sentence by a key that is put together while running; the key itself where there is none. */
export const sentenceOf = (messages: Messages, key: string, params: MessageParams = {}): string => sentence(messages[language()], key, { language: language(), params }) ?? key

const factsOf = (params: FailureData['params']): MessageParams => Object.fromEntries(Object.entries(params).filter(([, value]) => typeof value !== 'object')) as MessageParams // lists are gone

/** What happened and what to do next. */
export const failureText = (failure: FailureData): string => sentenceOf(platformMessages, sentenceFor(failure), factsOf(failure.params))

/** A file is unsafe for one of several reasons, each with a sentence of its own. */
const sentenceFor = ({ code, params }: FailureData) => (code === 'unsafe-file' ? `unsafeFile.${String(params.reason)}` : `failures.${code}`)

/** A right's name without the register it is of: `Umowy handlowe: eksport` is `eksport` where the register stands above. */
export const shortRightName = (messages: Messages, right: string): string => sentenceOf(messages, `rights.${right.split('.').slice(1).join('.')}.name`).replace(/^[^:]+: /, '')

/** What is wrong with a field; an app's own issues stand in its messages under `issues`. */
export function issueText(issue: Issue, messages?: Messages): string {
  const own = messages ? sentence(messages[language()], `issues.${issue.code}`, { language: language(), params: issue.params ?? {} }) : null
  return (
    own ??
    sentence(platformMessages[language()], `issues.${issue.code}`, { language: language(), params: issue.params ?? {} }) ??
    sentenceOf(platformMessages, 'issues.wrong-value')
  )
}
