import { open, stat } from 'node:fs/promises'
import { pageBreak } from '../../excerpt.ts'
import { openPages } from '../scans/pages.ts'
import { officeText } from './office-text.ts'

/** Signs of a file that are searched; a book has a million. */
const mostSigns = 2_000_000
const mostPages = 3_000
/** The renderer holds a PDF in its memory. */
const largestPdf = 400_000_000

/** The text of a file by the type that was found in it; `null` for kinds that are not read. @throws Error when it is broken or needs a password */
export async function readFileText({ path, type }: { path: string; type: string }): Promise<string | null> {
  if (type === 'application/pdf') return pdfText(path)
  if (type === 'text/plain' || type === 'application/xml') return plainText(path)
  if (/openxmlformats|opendocument/.test(type)) return officeText(path, mostSigns)
  return null
}

async function pdfText(path: string): Promise<string | null> {
  if ((await stat(path)).size > largestPdf) return null
  const pages = await openPages(path)
  const texts: string[] = []
  let signs = 0
  for (let page = 1; page <= Math.min(pages.count, mostPages) && signs < mostSigns; page += 1) {
    const text = pages.text(page)
    texts.push(text)
    signs += text.length
    // What the native side holds is freed only between turns.
    await new Promise((resolve) => setImmediate(resolve))
  }
  pages.close()
  return texts.join(pageBreak).slice(0, mostSigns)
}

/** As UTF-8, else as the code page of old Windows in Poland; the form feeds of printouts are their pages. */
async function plainText(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(mostSigns), position: 0 })
    const bytes = buffer.subarray(0, bytesRead)
    try {
      return new TextDecoder('utf-8', { fatal: bytesRead < mostSigns }).decode(bytes)
    } catch {
      return new TextDecoder('windows-1250').decode(bytes)
    }
  } finally {
    await file.close()
  }
}
