import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'

/** Grey pixels of a page, one byte each. */
export interface PageImage {
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
}

export interface OpenedPages {
  readonly count: number
  /** @param page from 1 */
  image(page: number, dpi: number): Promise<PageImage>
  close(): void
}

/** A page as large as a wall must not fill the memory. */
const mostPixels = 24_000_000

/** @throws Error when it is broken or needs a password */
export async function openPages(path: string): Promise<OpenedPages> {
  const library = await PDFiumLibrary.init()
  const document: PDFiumDocument = await library.loadDocument(await readFile(path))
  return {
    count: document.getPageCount(),
    async image(page, dpi) {
      // Rendering closes a page; it is asked for anew each time.
      const asked = document.getPage(page - 1)
      const { originalWidth, originalHeight } = asked.getOriginalSize()
      const scale = Math.min(dpi / 72, Math.sqrt(mostPixels / (originalWidth * originalHeight)))
      const { data, width, height } = await asked.render({ scale, colorSpace: 'Gray', render: async (given) => given.data })
      return { pixels: data, width, height }
    },
    close: () => document.destroy(),
  }
}

/** A library's own program file, so that nothing is fetched from elsewhere. */
export async function programOf(path: string): Promise<ArrayBuffer> {
  const program = new Uint8Array(await readFile(createRequire(import.meta.url).resolve(path)))
  return program.buffer
}
