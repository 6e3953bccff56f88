import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

interface Limits {
  readonly megabytes: number
  readonly ms: number
  /** Bytes of the answer. */
  readonly answer: number
}

/**
 * Strangers' files are opened in a process of their own, which lives for one of them, with limits on memory and time. It holds one large file and
 * little else: a small nursery and a collector that it may call keep it near the size of that.
 *
 * @returns what the program said, `null` when it died or was stopped: the file is broken then
 */
export function inOwnProcess<Answer>(program: URL, task: object, limits: Limits): Promise<Answer | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${limits.megabytes}`, '--max-semi-space-size=4', '--expose-gc', fileURLToPath(program), JSON.stringify(task)], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {},
      timeout: limits.ms,
      killSignal: 'SIGKILL',
    })
    const pieces: Buffer[] = []
    let length = 0
    child.stdout.on('data', (piece: Buffer) => {
      length += piece.length
      if (length > limits.answer) child.kill('SIGKILL')
      else pieces.push(piece)
    })
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0 ? (JSON.parse(Buffer.concat(pieces).toString('utf8')) as Answer) : null)) // our own program's answer
  })
}
