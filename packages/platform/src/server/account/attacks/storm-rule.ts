/** What came in within five minutes, and what usually comes in at this hour. */
export interface Wave {
  readonly failures: number
  readonly addresses: number
  /** Failures within five minutes on other days at this hour. */
  readonly usual: number
}

export interface StormLimits {
  readonly failures: number
  readonly times: number
  readonly addresses: number
}

/**
 * Many passwords tried from many places: more than an office ever mistypes, and more than this office does at this hour.
 *
 * @see product/security.md 1.2, rule 4
 */
export const isStorm = (wave: Wave, limits: StormLimits): boolean => wave.failures > Math.max(limits.failures, limits.times * wave.usual) && wave.addresses >= limits.addresses

/** The middle one of several days, so that the attack of one day does not make the next one usual. */
export function median(counts: readonly number[]): number {
  const sorted = [...counts].sort((left, right) => left - right)
  const middle = Math.floor(sorted.length / 2)
  const [below = 0, above = 0] = [sorted[middle - 1], sorted[middle]]
  return sorted.length % 2 === 1 ? above : (below + above) / 2
}
