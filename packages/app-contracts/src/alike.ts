import { fold } from '@crm/platform'
import type { ContractRow } from './fields.ts'

type Dated = Pick<ContractRow, 'signedOn' | 'startsOn' | 'endsOn' | 'subject'>

/** Two contracts with the same party are perhaps one: their days overlap or they were signed on the same day, and they are about much the same. */
export const areAlike = (one: Dated, other: Dated): boolean => (one.signedOn === other.signedOn || overlap(one, other)) && similarity(one.subject, other.subject) >= 0.5

const forever = '9999-12-31'
const overlap = (one: Dated, other: Dated) => one.startsOn <= (other.endsOn ?? forever) && other.startsOn <= (one.endsOn ?? forever)

/** How much two titles have in common, 0 to 1: pairs of neighbouring letters that are in both (Dice), so that endings and order matter little. */
export function similarity(one: string, other: string): number {
  const [mine, theirs] = [pairsOf(one), pairsOf(other)]
  if (mine.size === 0 || theirs.size === 0) return fold(one) === fold(other) ? 1 : 0
  return (2 * [...mine].filter((pair) => theirs.has(pair)).length) / (mine.size + theirs.size)
}

const pairsOf = (text: string) =>
  new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .flatMap((word) => Array.from({ length: Math.max(word.length - 1, 0) }, (_one, at) => word.slice(at, at + 2))),
  )
