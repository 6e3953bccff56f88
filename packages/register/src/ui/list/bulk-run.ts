import { failureOf, newKey } from '@crm/platform/ui'
import { createSignal } from 'solid-js'
import type { BulkAnswer, BulkInput } from '../../index.ts'

const part = 100

/** Do one act on many records, part by part: how far it is, what was refused; it can be stopped between two parts. */
export function createBulk() {
  const [progress, setProgress] = createSignal<{ readonly done: number; readonly of: number } | null>(null)
  let isStopped = false

  async function run(ids: readonly number[], act: (input: BulkInput) => Promise<BulkAnswer>): Promise<BulkAnswer> {
    const batch = newKey()
    const done: number[] = []
    const refused: BulkAnswer['refused'][number][] = []
    isStopped = false
    try {
      for (let at = 0; at < ids.length && !isStopped; at += part) {
        setProgress({ done: at, of: ids.length })
        const some = ids.slice(at, at + part)
        try {
          const answer = await act({ ids: some, batch })
          done.push(...answer.done)
          refused.push(...answer.refused)
        } catch (error) {
          const failure = failureOf(error)
          refused.push(...some.map((id) => ({ id, code: null, failure })))
          if (failure.code !== 'busy') break
        }
      }
    } finally {
      setProgress(null)
    }
    return { done, refused }
  }
  const stop = () => {
    isStopped = true
  }
  return { progress, run, stop }
}
