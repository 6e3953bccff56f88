/** Lines kept ready before and behind those in sight. */
const spare = 3

/** How many lines a page needs at once, and the first of them: as many as fit, and some to spare; never more than there are. */
export function poolOf({ from, length, size, count }: { from: number; length: number; size: number; count: number }): { first: number; slots: number } {
  const slots = Math.min(count, Math.ceil(length / size) + 1 + 2 * spare)
  return { first: Math.max(0, Math.min(Math.floor(from / size) - spare, count - slots)), slots }
}

/** Which line stands in a slot: each keeps its line as long as that is among those shown, whatever comes and goes around it. */
export function lineIn(slot: number, { first, slots }: { first: number; slots: number }): number {
  const behind = (slot - first) % slots
  return first + (behind < 0 ? behind + slots : behind)
}
