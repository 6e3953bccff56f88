import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { trade } from '@crm/app-contracts'
import { openPair } from './pair.ts'
import { median } from './race.ts'
import { browser } from './serve.ts'

const rounds = 15
const numbers = 'U/H/2026/0'

/** Half of the register in its usual order: memory of the process and what others feel while a workbook is written; CSV ÷ the same rows streamed by hand. */
export default async function exportLists(): Promise<void> {
  const { ours, bare, cookie } = await openPair()
  const question = { columns: trade.list.columns, filter: { all: [{ field: 'number', op: 'starts', value: numbers }] } }
  const take = (format: string) => download(ours.port, `/files/contracts.trade/export?${new URLSearchParams({ format, question: JSON.stringify(question) })}`, cookie)
  const byHand = () => download(bare.port, `/export?${new URLSearchParams({ numbers })}`, '')
  await take('csv')
  const others = beside(() => download(ours.port, `/trpc/contracts.trade.list?input=${encodeURIComponent(JSON.stringify({ columns: trade.list.columns, limit: 50 }))}`, cookie))
  const idle = await others.during(() => new Promise((resolve) => setTimeout(resolve, 8_000)))
  const before = residentMb(ours.pid)
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMb(ours.pid))
  }, 50)
  const sheet = await take('xlsx')
  clearInterval(watch)
  const busy = await others.during(async () => {
    for (let round = 0; round < 5; round += 1) await take('xlsx')
  })
  process.stdout.write(
    `\nexport of 100,000 of 200,000 contracts, ${trade.list.columns.length} columns\n  XLSX ${seconds(sheet.ms)} s, ${(sheet.bytes / 1_048_576).toFixed(1)} MB, memory ${before.toFixed(0)} → ${peak.toFixed(0)} MB\n`,
  )
  process.stdout.write(`  a list meanwhile: p95 ${busy.toFixed(1)} ms, with nothing else ${idle.toFixed(1)} ms: ${(busy / idle).toFixed(2)} ×\n`)
  const laps = { ours: [] as number[], hand: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    const sides = [async () => laps.ours.push((await take('csv')).ms), async () => laps.hand.push((await byHand()).ms)]
    for (const side of round % 2 === 0 ? sides : sides.reverse()) await side()
  }
  const [mine, theirs] = [median(laps.ours), median(laps.hand)]
  process.stdout.write(`  CSV ${seconds(mine)} s, by hand ${seconds(theirs)} s: ${(mine / theirs).toFixed(2)} of its time\n`)
}

/** The 95th of a hundred times of somebody who asks again and again, while something else goes on. */
function beside(ask: () => Promise<{ ms: number }>) {
  return {
    async during(work: () => Promise<unknown>): Promise<number> {
      const times: number[] = []
      let isOver = false
      const asking = (async () => {
        while (!isOver) {
          times.push((await ask()).ms)
          await new Promise((resolve) => setTimeout(resolve, 10))
        }
      })()
      await work()
      isOver = true
      await asking
      times.sort((left, right) => left - right)
      return times[Math.ceil(times.length * 0.95) - 1] ?? 0
    },
  }
}

const seconds = (ms: number) => (ms / 1_000).toFixed(2)

const residentMb = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024

function download(port: number, path: string, cookie: string): Promise<{ ms: number; bytes: number }> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, headers: { ...browser, cookie } }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () => (answer.statusCode === 200 ? resolve({ ms: performance.now() - start, bytes }) : reject(new Error(`${path} answered ${answer.statusCode}`))))
      answer.on('error', reject)
    }).on('error', reject)
  })
}
