import { open, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import { type Signs, signsOf } from './signs.ts'

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
  /** What stands on a page as text, as far as it is no picture. @param page from 1 */
  text(page: number): string
  /** The signs of that text with the places where they stand. @param page from 1 */
  signs(page: number): Signs
  close(): void
}

/** A page as large as a wall must not fill the memory. */
const mostPixels = 24_000_000

/** @throws Error when it is broken or needs a password */
export async function openPages(path: string): Promise<OpenedPages> {
  const { document, module, documentIdx } = await load(path)
  return {
    count: document.getPageCount(),
    text: (page) => document.getPage(page - 1).getText(),
    async image(page, dpi) {
      // Rendering closes a page; it is asked for anew each time.
      const asked = document.getPage(page - 1)
      const { originalWidth, originalHeight } = asked.getOriginalSize()
      const scale = Math.min(dpi / 72, Math.sqrt(mostPixels / (originalWidth * originalHeight)))
      const { data, width, height } = await asked.render({ scale, colorSpace: 'Gray', render: async (given) => given.data })
      return { pixels: data, width, height }
    },
    signs: (page) => signsOf(module, { documentIdx, page }),
    close: () => document.destroy(),
  }
}

export type Native = ConstructorParameters<typeof PDFiumDocument>[0]['module']
let native: Promise<Native> | null = null

/** Read straight into the library's memory: through a buffer of ours, a scan of hundreds of pages would be held twice. */
async function load(path: string): Promise<{ document: PDFiumDocument; module: Native; documentIdx: number }> {
  native ??= PDFiumLibrary.init().then((library) => (library as unknown as { module: Native }).module) // the library gives no other way to its memory
  const module = await native
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const documentPtr = module.wasmExports.malloc(size)
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read({ buffer: module.HEAPU8, offset: documentPtr + at, length: Math.min(8_388_608, size - at), position: at })
      if (bytesRead === 0) break
      at += bytesRead
    }
    const documentIdx = module._FPDF_LoadMemDocument(documentPtr, size, 0)
    if (documentIdx) return { document: new PDFiumDocument({ module, documentPtr, documentIdx }), module, documentIdx }
    const isLocked = module._FPDF_GetLastError() === 4
    module.wasmExports.free(documentPtr)
    throw new Error(isLocked ? 'it needs a password' : 'it is no PDF, or a broken one')
  } finally {
    await file.close()
  }
}

/** A library's own program file, so that nothing is fetched from elsewhere. */
export async function programOf(path: string): Promise<ArrayBuffer> {
  const program = new Uint8Array(await readFile(createRequire(import.meta.url).resolve(path)))
  return program.buffer
}
