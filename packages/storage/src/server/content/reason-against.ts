import { endingOf, isPacked, isPromised } from '../../file-kind.ts'
import { inOwnProcess } from '../one-file-process.ts'
import type { PackedReason } from './packed-parts.ts'

const program = new URL('./process.ts', import.meta.url)

/** Why a file is not kept, whatever it is called; `null` for one that may be. @see product/security.md 20 */
export async function reasonAgainst(path: string, { name, type }: { name: string; type: string }): Promise<PackedReason | null> {
  // A document of Office with a password is packed another way.
  if (type === 'application/x-cfb' && !isPromised(name, type) && isPacked(endingOf(name))) return 'locked'
  if (!isPacked(type)) return null
  const answer = await inOwnProcess<{ reason: PackedReason | null }>(program, { path }, { megabytes: 128, ms: 30_000, answer: 1_000 })
  // One at which the process gave up is none to keep.
  return answer === null ? 'bomb' : answer.reason
}
