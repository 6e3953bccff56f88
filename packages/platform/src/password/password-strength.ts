import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import { dictionary as polish } from '@zxcvbn-ts/language-pl'

/** zxcvbn's time grows with the length; what stands after this many signs could only add to the strength. */
const looked = 72

let made: ZxcvbnFactory | null = null

/**
 * How hard a password is to guess, 0–4, by Polish, English and leaked lists; `words` count as known to the guesser. A megabyte of
 * words: import this file only when it is needed.
 *
 * @returns `why` is zxcvbn's name of the weakness, a key of the messages
 */
export function strengthOf(password: string, words: readonly string[]): { score: number; why: string | null } {
  made ??= new ZxcvbnFactory({ dictionary: { ...common, ...english, ...polish }, graphs: adjacencyGraphs })
  const { score, feedback } = made.check(password.slice(0, looked), [...words])
  return { score, why: feedback.warning || null }
}
