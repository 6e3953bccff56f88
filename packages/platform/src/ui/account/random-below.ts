/** From the system's own randomness, each number as likely as the next: what would not divide evenly is drawn again. */
export function randomBelow(limit: number): number {
  const even = Math.floor(2 ** 32 / limit) * limit
  const drawn = new Uint32Array(1)
  do crypto.getRandomValues(drawn)
  while ((drawn[0] ?? 0) >= even)
  return (drawn[0] ?? 0) % limit
}
