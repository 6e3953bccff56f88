// Runs alone, with limits, on one task given as its argument; answers one line of JSON.
import { writeFileSync } from 'node:fs'
import { readPage } from './decode.ts'
import type { Task } from './limited-process.ts'
import { openPages } from './pages.ts'
import { openSplitter } from './split.ts'

/** Of the process's life, after which no further page is begun. */
const mostReadMs = 60_000

const task = JSON.parse(process.argv[2] ?? '') as Task // written by inLimitedProcess
try {
  writeFileSync(1, JSON.stringify(await answer(task)))
} catch (error) {
  const said = error instanceof Error ? error.message : ''
  writeFileSync(1, JSON.stringify({ failure: /password|encrypt/i.test(said) ? 'locked' : 'broken' }))
}
process.exit(0)

async function answer(asked: Task): Promise<object> {
  if (asked.do === 'split') return split(asked)
  if (asked.do === 'bind') {
    await (await import('./bind.ts')).bind(asked)
    return {}
  }
  const pages = await openPages(asked.path)
  if (asked.do === 'signs') return { pages: Array.from({ length: Math.min(pages.count, asked.count) }, (_page, at) => pages.signs(at + 1)) }
  if (asked.do === 'picture') {
    const { default: sharp } = await import('sharp')
    const { pixels, width, height } = await pages.image(asked.page, 100)
    await sharp(pixels, { raw: { width, height, channels: 1 } })
      .webp({ quality: 70 })
      .toFile(asked.to)
    return {}
  }
  const read = []
  for (let page = asked.from; page < asked.from + asked.count && page <= pages.count; page += 1) {
    read.push(await readPage(pages, page))
    // A busy machine hands over what it has; a process that is stopped from outside would call the file broken.
    if (performance.now() > mostReadMs) break
    await freed()
  }
  return { pageCount: pages.count, pages: read }
}

/** Each part is opened again: the number of its pages, and the label it was cut at. */
async function split({ path, parts }: Extract<Task, { do: 'split' }>): Promise<object> {
  const splitter = await openSplitter(path)
  for (const { pages, to, code } of parts) {
    await splitter.write({ pages, to })
    const part = await openPages(to)
    if (part.count !== pages.length) throw new Error('A part has other pages than it was given')
    if (code !== null && !(await readPage(part, 1)).codes.includes(code)) throw new Error('A part does not begin with its label')
    part.close()
    await freed()
  }
  return {}
}

/** What the native side holds is freed only between turns; drawn pages are large, and the collector sees only small objects that stand for them. */
async function freed(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  globalThis.gc?.()
}
