/** Chances that fall the same each time. */
export interface Dice {
  /** A whole number from 0 to below `limit`. */
  roll(limit: number): number
  pick<T>(from: readonly T[]): T
}

/** mulberry32: small, fast, and the same everywhere. */
export function openDice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const roll = (limit: number) => Math.floor(next() * limit)
  return {
    roll,
    pick: (from) => {
      const item = from[roll(from.length)]
      if (item === undefined) throw new Error('Nothing to pick from: load the sample people and parties first')
      return item
    },
  }
}
