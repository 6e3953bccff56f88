import type { TextState } from '../../file-text.ts'
import { inOwnProcess } from '../one-file-process.ts'

export interface Asked {
  readonly path: string
  /** MIME type found in the content. */
  readonly type: string
}

export type Answer = { readonly state: 'ready'; readonly text: string } | { readonly state: Exclude<TextState, 'waiting' | 'ready'>; readonly text?: undefined | string }

const program = new URL('./process.ts', import.meta.url)

/** The text of a file, read beside; when the process dies, the file is broken. */
export const readInLimitedProcess = async (asked: Asked): Promise<Answer> =>
  (await inOwnProcess<Answer>(program, asked, { megabytes: 512, ms: 60_000, answer: 32_000_000 })) ?? { state: 'broken' }
