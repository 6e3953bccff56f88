import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** All that asks in a benchmark is one browser: a session that is used by another one ends. */
export const browser = { 'user-agent': 'benchmark' } as const

export interface Served {
  readonly pid: number
  readonly port: number
  stop(): void
  /** How late the event loop was since the last question, 99th percentile in milliseconds; of a server that measures it. */
  lag(): Promise<number>
}

/** Start a script as its own process, with options of node; it prints `port <n>` when it listens. */
export function serve(script: string, env: Record<string, string>, options: readonly string[] = []): Promise<Served> {
  const child: ChildProcess = spawn(process.execPath, [...options, fileURLToPath(new URL(script, import.meta.url))], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.on('exit', () => child.kill())
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      const port = /port (\d+)/.exec(chunk.toString())?.[1]
      if (port) resolve({ pid: child.pid ?? 0, port: Number(port), stop: () => void child.kill(), lag: () => lagOf(child) })
    })
  })
}

function lagOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(Number(/lag ([\d.]+)/.exec(chunk.toString())?.[1])))
    child.kill('SIGUSR2')
  })
}
