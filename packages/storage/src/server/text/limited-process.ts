import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { TextState } from '../../file-text.ts'

export interface Asked {
  readonly path: string
  /** MIME type found in the content. */
  readonly type: string
}

export type Answer = { readonly state: 'ready'; readonly text: string } | { readonly state: Exclude<TextState, 'waiting' | 'ready'>; readonly text?: undefined | string }

const program = fileURLToPath(new URL('./process.ts', import.meta.url))
const mostMs = 60_000
const mostAnswer = 32_000_000

/** Strangers' files are opened in a process of their own, with a limit of memory and time; when it dies, the file is broken. */
export function readInLimitedProcess(asked: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--max-old-space-size=512', program, JSON.stringify(asked)], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {},
      timeout: mostMs,
      killSignal: 'SIGKILL',
    })
    const pieces: Buffer[] = []
    let length = 0
    child.stdout.on('data', (piece: Buffer) => {
      length += piece.length
      if (length > mostAnswer) child.kill('SIGKILL')
      else pieces.push(piece)
    })
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0 ? (JSON.parse(Buffer.concat(pieces).toString('utf8')) as Answer) : { state: 'broken' })) // our own program's answer
  })
}
