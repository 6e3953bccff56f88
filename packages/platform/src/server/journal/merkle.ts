import { hash } from 'node:crypto'

/** Bytes of a leaf that a seal keeps for each entry, so that a broken one is named and not only its range. */
export const tagBytes = 8

/** What a seal binds of an entry: its number and its hash. Leaves and nodes are marked apart, or a node could pass as a leaf. */
export function leafOf(id: number, rowHash: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(41)
  bytes[0] = 0
  bytes.writeBigUInt64BE(BigInt(id), 1)
  rowHash.copy(bytes, 9)
  return hash('sha256', bytes, 'buffer')
}

/** The root over leaves in order; an odd last one goes up as it is (RFC 6962 splits otherwise, to the same strength). */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return Buffer.alloc(32)
  let level = [...leaves]
  while (level.length > 1) {
    const above: Buffer[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]]
      if (left) above.push(right ? hash('sha256', Buffer.concat([Buffer.of(1), left, right]), 'buffer') : left)
    }
    level = above
  }
  return level[0] ?? Buffer.alloc(32)
}

export const tagsOf = (leaves: readonly Buffer[]): Buffer => Buffer.concat(leaves.map((leaf) => leaf.subarray(0, tagBytes)))
