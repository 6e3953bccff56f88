import { inLimitedProcess } from '@crm/storage/server'
import { readFeeders } from './label-speed.ts'
import { type Stack, ensureStacks, resolutions } from './label-stock.ts'

interface Tally {
  pages: number
  read: number
  wrong: number
}

/** Own labels, printed, harmed in 23 ways and scanned: how many are read, how many as something that they are not. */
export default async function labels(): Promise<void> {
  const missed: string[] = []
  const tallies = new Map<number, Tally>(resolutions.map((dpi) => [dpi, { pages: 0, read: 0, wrong: 0 }]))
  for (const stack of await ensureStacks()) {
    const tally = tallies.get(stack.dpi) ?? { pages: 0, read: 0, wrong: 0 }
    for (const { page, codes } of await readAll(stack)) {
      const wanted = stack.pages[page - 1]
      if (!wanted) throw new Error(`${stack.path} has a page ${page} that nobody made`)
      tally.pages += 1
      if (codes.includes(wanted.code)) tally.read += 1
      else missed.push(`${stack.dpi} dpi ${stack.colours}, ${wanted.format}: ${wanted.damage}`)
      tally.wrong += codes.filter((code) => code !== wanted.code).length
    }
  }
  process.stdout.write('\nlabels read, 23 kinds of damage × 3 kinds of label × grey and black-and-white\n')
  for (const [dpi, { pages, read, wrong }] of tallies) process.stdout.write(`  ${dpi} dpi: ${read} of ${pages} (${((100 * read) / pages).toFixed(1)}%), ${wrong} read as another\n`)
  if (missed.length > 0) process.stdout.write(`  not read:\n${missed.map((one) => `    ${one}\n`).join('')}`)
  process.stdout.write('whole scans\n')
  await readFeeders()
}

async function readAll({ path, pages }: Stack) {
  const read = []
  for (let from = 1; from <= pages.length; from = read.length + 1) {
    const answer = await inLimitedProcess({ do: 'read', path, from, count: 30 })
    if (answer.failure) throw new Error(`${path} was not read: ${answer.failure}`)
    read.push(...answer.pages)
  }
  return read
}
