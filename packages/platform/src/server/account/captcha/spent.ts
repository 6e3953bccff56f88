import { createHash } from 'node:crypto'
import type { Request } from '../../context.ts'

/** Longer than any answer is valid by itself: ours live five minutes, Google's two. */
const keptMinutes = 15

/** Take an answer once, in all processes. @returns whether this was the first time */
export async function spend(request: Request, key: string): Promise<boolean> {
  const until = new Date(request.system.now().getTime() + keptMinutes * 60_000)
  const answer = (await request.system.database.read.query('insert ignore into platform_captcha_used (token_hash, ends_at) values (?,?)', [
    createHash('sha256').update(key).digest('hex'),
    until,
  ])) as unknown as { affectedRows: number } // a changing statement's answer
  return answer.affectedRows === 1
}
