import { passphraseWords } from './passphrase-words.ts'

const wordCount = 5

/**
 * Five different words that nobody chose. A guesser who knows the list and that it was used has some 10¹⁴ to try, each at the price of one argon2.
 *
 * @param below an unforeseeable whole number from 0 up to, without, its limit
 * @param minLength signs that the rule asks for: more words where five are too short
 */
export function passphrase(below: (limit: number) => number, { minLength = 0 }: { minLength?: number } = {}): string {
  const left = [...passphraseWords]
  const words: string[] = []
  while (words.length < wordCount || words.join(' ').length < minLength) words.push(left.splice(below(left.length), 1)[0] ?? '')
  return words.join(' ')
}
