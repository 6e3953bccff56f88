import type { Activity } from '../../look.ts'
import { inOwnProcess } from '../one-file-process.ts'

export interface ToLookAt {
  readonly path: string
  /** MIME type found in the content. */
  readonly type: string
  /** Where its small picture is put. */
  readonly to: string
}

export interface Look {
  readonly hasThumb: boolean
  readonly active: readonly Activity[]
  readonly pageCount: number | null
}

const program = new URL('./process.ts', import.meta.url)

/** A file looked at beside; when the process dies, there is nothing to see. */
export const lookInLimitedProcess = async (asked: ToLookAt): Promise<Look> =>
  (await inOwnProcess<Look>(program, asked, { megabytes: 768, ms: 60_000, answer: 10_000 })) ?? { hasThumb: false, active: [], pageCount: null }
