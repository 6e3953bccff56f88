import { Agent, request } from 'node:http'
import { readFileSync } from 'node:fs'
import { browser } from './serve.ts'

/** One side of a comparison: a process that answers HTTP. */
export interface Runner {
  readonly name: string
  readonly pid: number
  /** The next request; called again and again. */
  next(): { path: string; method?: 'GET' | 'POST'; body?: string; headers?: Record<string, string> }
  readonly port: number
}

export interface Lap {
  readonly perSecond: number
  /** Milliseconds of one core of the server process, by request. */
  readonly cpuMs: number
}

/** Interleaved laps of all runners; the median of each is what counts, because the machine is shared. `warm` are the seconds of each before it counts. */
export async function race(
  runners: readonly Runner[],
  { rounds = 7, seconds = 3, writers = 16, warm = 1 }: { rounds?: number; seconds?: number; writers?: number; warm?: number } = {},
): Promise<Map<string, Lap>> {
  const laps = new Map<string, Lap[]>(runners.map((runner) => [runner.name, []]))
  for (const runner of runners) await lap(runner, { seconds: warm, writers })
  for (let round = 0; round < rounds; round += 1) {
    for (const runner of round % 2 === 0 ? runners : [...runners].reverse()) laps.get(runner.name)?.push(await lap(runner, { seconds, writers }))
  }
  return new Map([...laps].map(([name, all]) => [name, { perSecond: median(all.map((one) => one.perSecond)), cpuMs: median(all.map((one) => one.cpuMs)) }]))
}

async function lap(runner: Runner, { seconds, writers }: { seconds: number; writers: number }): Promise<Lap> {
  const agent = new Agent({ keepAlive: true, maxSockets: writers })
  const before = cpuOf(runner.pid)
  const start = performance.now()
  const until = start + seconds * 1_000
  let count = 0
  const work = async () => {
    while (performance.now() < until) {
      await ask(agent, runner)
      count += 1
    }
  }
  await Promise.all(Array.from({ length: writers }, work))
  const took = (performance.now() - start) / 1_000
  agent.destroy()
  return { perSecond: count / took, cpuMs: (cpuOf(runner.pid) - before) / count }
}

function ask(agent: Agent, runner: Runner): Promise<void> {
  const { path, method = 'GET', body, headers } = runner.next()
  return new Promise((resolve, reject) => {
    const call = request(
      {
        agent,
        port: runner.port,
        host: '127.0.0.1',
        path,
        method,
        headers: { ...browser, ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) },
      },
      (answer) => {
        let text = ''
        answer.on('data', (chunk: Buffer) => {
          if (answer.statusCode !== 200) text += chunk.toString()
        })
        answer.on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`${runner.name} answered ${answer.statusCode} to ${body}: ${text.slice(0, 300)}`))))
      },
    )
    call.on('error', reject)
    call.end(body)
  })
}

/** User and system time of a process in milliseconds, from /proc; ticks are a hundredth of a second. */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

export const median = (values: readonly number[]): number => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0

export function report(title: string, laps: Map<string, Lap>, { ours, anchor }: { ours: string; anchor: string }): void {
  process.stdout.write(`\n${title}\n`)
  for (const [name, lap] of laps) process.stdout.write(`  ${name.padEnd(14)} ${lap.perSecond.toFixed(0).padStart(6)} /s  ${lap.cpuMs.toFixed(2)} ms CPU each\n`)
  const mine = laps.get(ours)
  const theirs = laps.get(anchor)
  if (mine && theirs) process.stdout.write(`  throughput ${(mine.perSecond / theirs.perSecond).toFixed(2)} of the anchor, CPU ${(mine.cpuMs / theirs.cpuMs).toFixed(2)} ×\n`)
}
