import type { SortReason } from '../../scan.ts'
import { inOwnProcess } from '../one-file-process.ts'
import type { PageReading } from './decode.ts'
import type { Signs } from './signs.ts'

/** What the process that touches strangers' files is asked. */
export type Task =
  | { readonly do: 'read'; readonly path: string; readonly from: number; readonly count: number }
  | { readonly do: 'split'; readonly path: string; readonly parts: readonly { readonly pages: readonly number[]; readonly to: string; readonly code: string | null }[] }
  | { readonly do: 'signs'; readonly path: string; readonly count: number }
  | { readonly do: 'bind'; readonly path: string; readonly to: string }
  | { readonly do: 'picture'; readonly path: string; readonly page: number; readonly to: string }

export type TaskAnswer<Asked extends Task> =
  | { readonly failure: SortReason }
  | (Asked extends { do: 'read' }
      ? { readonly failure?: undefined; readonly pageCount: number; readonly pages: readonly PageReading[] }
      : Asked extends { do: 'signs' }
        ? { readonly failure?: undefined; readonly pages: readonly Signs[] }
        : { readonly failure?: undefined })

const program = new URL('./process.ts', import.meta.url)

/** What is asked of a scan, done beside; when the process dies, the file is broken. */
export const inLimitedProcess = async <Asked extends Task>(task: Asked): Promise<TaskAnswer<Asked>> =>
  (await inOwnProcess<TaskAnswer<Asked>>(program, task, { megabytes: 768, ms: 110_000, answer: 64_000_000 })) ?? ({ failure: 'broken' } as TaskAnswer<Asked>) // of every task's answer
