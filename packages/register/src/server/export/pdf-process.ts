import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Language } from '@crm/platform'
import type { SheetCell, SheetKind } from '@crm/platform/server'
import type { OpenedExport } from './opened.ts'

/** What the drawing process gets as its first line; each further line is a page of rows. */
export interface ListDrawing {
  readonly title: string
  readonly head: readonly string[]
  readonly kinds: readonly SheetKind[]
  readonly about: readonly (readonly [string, string])[]
  readonly language: Language
  /** `strona {page} z {pages}` */
  readonly pageOf: string
}

const program = fileURLToPath(new URL('./draw-list.ts', import.meta.url))
const mostMs = 110_000

/** A list as a PDF. Setting thousands of lines takes seconds of a whole core, so it is not done where others are answered. */
export function drawList({ opened, language, pages }: { opened: OpenedExport; language: Language; pages: AsyncIterable<SheetCell[][]> }): Readable {
  const child = spawn(process.execPath, ['--max-old-space-size=512', program], { stdio: ['pipe', 'pipe', 'pipe'], timeout: mostMs })
  const out = new PassThrough()
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-2_000)
  })
  child.stdout.pipe(out, { end: false })
  child.on('error', (error) => out.destroy(error))
  child.on('close', (code) => (code === 0 ? out.end() : out.destroy(new Error(`drawing a list ended with ${code}: ${said}`))))
  out.on('close', () => child.kill())
  // Its end is told by `close`; what is written to one that is gone says the same once more.
  child.stdin.on('error', () => undefined)
  const { title, head, kinds, about, words } = opened
  const drawing: ListDrawing = { title, head, kinds, about, language, pageOf: words.own('export.page') }
  void feed().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  async function feed(): Promise<void> {
    child.stdin.write(`${JSON.stringify(drawing)}\n`)
    for await (const rows of pages) {
      if (child.exitCode !== null || child.killed) return
      if (!child.stdin.write(`${JSON.stringify(rows)}\n`)) await Promise.race([once(child.stdin, 'drain'), once(child, 'close')])
    }
    child.stdin.end()
  }
  return out
}
