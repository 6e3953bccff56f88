import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { inLimitedProcess } from '@crm/storage/server'
import { ensureFed, type Fed, heavy, light } from './label-feeder.ts'

/** Whole scans as a feeder makes them: pages a second of one core, memory, and the cut parts opened again. */
export async function readFeeders(): Promise<void> {
  for (const kind of [light, heavy]) {
    const fed = await ensureFed(kind)
    const watch = watchChildren()
    const from = cpuSeconds()
    const found = await readThrough(fed)
    const perSecond = fed.labels.length / (cpuSeconds() - from)
    const wrong = found.filter((codes, at) => JSON.stringify(codes) !== JSON.stringify([fed.labels[at]].filter((code) => code !== null))).length
    process.stdout.write(
      `  ${kind.colours}, ${fed.labels.length} pages, ${fed.megabytes.toFixed(0)} MB: ${perSecond.toFixed(1)} pages a second of one core, ${wrong} pages read otherwise, memory ${above(watch.stop(), fed)}\n`,
    )
    if (kind === heavy) await cutApart(fed)
  }
}

/** Thirty pages a process, as the worker's jobs do. */
async function readThrough({ path, labels }: Fed): Promise<(readonly string[])[]> {
  const found: (readonly string[])[] = []
  for (let from = 1; from <= labels.length; from = found.length + 1) {
    const answer = await inLimitedProcess({ do: 'read', path, from, count: 30 })
    if (answer.failure) throw new Error(`${path} was not read: ${answer.failure}`)
    found.push(...answer.pages.map(({ codes }) => codes))
  }
  return found
}

async function cutApart(fed: Fed): Promise<void> {
  const folder = `${fed.path}.parts`
  await mkdir(folder, { recursive: true })
  try {
    const parts: { pages: number[]; code: string; to: string }[] = []
    for (const [at, code] of fed.labels.entries()) {
      if (code !== null) parts.push({ pages: [], code, to: join(folder, `${code}.pdf`) })
      parts.at(-1)?.pages.push(at + 1)
    }
    const watch = watchChildren()
    const from = cpuSeconds()
    const { failure } = await inLimitedProcess({ do: 'split', path: fed.path, parts })
    if (failure) throw new Error(`${fed.path} was not cut: ${failure}`)
    const seconds = cpuSeconds() - from
    const memory = above(watch.stop(), fed)
    let [foreign, bytes] = [0, 0]
    for (const { pages, code, to } of parts) {
      const answer = await inLimitedProcess({ do: 'read', path: to, from: 1, count: pages.length })
      if (answer.failure || answer.pageCount !== pages.length || answer.pages.flatMap(({ codes }) => codes).join() !== code) foreign += 1
      bytes += (await stat(to)).size
    }
    process.stdout.write(
      `  cut into ${parts.length} parts: ${seconds.toFixed(1)} s, memory ${memory}, ${foreign} parts with other pages than their own, together ${(bytes / 1_048_576).toFixed(0)} MB\n`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const above = (peak: number, { megabytes }: Fed) => `${peak.toFixed(0)} MB (file + ${(peak - megabytes).toFixed(0)})`

/** What the processes that were waited for have used. */
function cpuSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[13]) + Number(fields[14])) / 100
}

/** The highest memory that a child of ours ever had, in megabytes. */
function watchChildren(): { stop(): number } {
  let peak = 0
  const look = () => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const status = statusOf(pid)
      if (Number(/PPid:\s+(\d+)/.exec(status)?.[1]) === process.pid) peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024)
    }
  }
  const timer = setInterval(look, 100)
  return {
    stop() {
      clearInterval(timer)
      return peak
    },
  }
}

/** Empty where the process has just ended. */
function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}
