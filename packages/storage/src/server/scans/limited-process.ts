import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { SortReason } from '../../scan.ts'
import type { PageReading } from './decode.ts'
import type { Signs } from './signs.ts'

/** What the process that touches strangers' files is asked. */
export type Task =
  | { readonly do: 'read'; readonly path: string; readonly from: number; readonly count: number }
  | { readonly do: 'split'; readonly path: string; readonly parts: readonly { readonly pages: readonly number[]; readonly to: string; readonly code: string | null }[] }
  | { readonly do: 'signs'; readonly path: string; readonly count: number }
  | { readonly do: 'picture'; readonly path: string; readonly page: number; readonly to: string }

export type TaskAnswer<Asked extends Task> =
  | { readonly failure: SortReason }
  | (Asked extends { do: 'read' }
      ? { readonly failure?: undefined; readonly pageCount: number; readonly pages: readonly PageReading[] }
      : Asked extends { do: 'signs' }
        ? { readonly failure?: undefined; readonly pages: readonly Signs[] }
        : { readonly failure?: undefined })

const program = fileURLToPath(new URL('./process.ts', import.meta.url))
const mostMs = 110_000

/** Untrusted files are opened in a process of their own, with a limit of memory and time; when it dies, the file is broken. */
export function inLimitedProcess<Asked extends Task>(task: Asked): Promise<TaskAnswer<Asked>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--max-old-space-size=768', program, JSON.stringify(task)], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {},
      timeout: mostMs,
      killSignal: 'SIGKILL',
    })
    let text = ''
    child.stdout.on('data', (chunk) => (text += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0 ? (JSON.parse(text) as TaskAnswer<Asked>) : ({ failure: 'broken' } as TaskAnswer<Asked>))) // our own program's answer
  })
}
