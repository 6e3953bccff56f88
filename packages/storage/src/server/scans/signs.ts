import type { Native } from './pages.ts'

/** What stands on a page as text, and where each sign of it stands. */
export interface Signs {
  readonly text: string
  /** Left, top, width, height of each sign, in thousandths of the page; nothing where a page lies on its side. */
  readonly boxes: readonly number[]
}

/** Of the library's program, missing in its types. */
interface TextPlaces {
  _FPDFPage_GetRotation(page: number): number
  _FPDFText_GetUnicode(text: number, at: number): number
  _FPDFText_GetCharBox(text: number, at: number, left: number, right: number, bottom: number, top: number): number
}

/** A page of a statute has five thousand; a drawing of text may have any number. */
const mostSigns = 20_000

export function signsOf(native: Native, { documentIdx, page }: { documentIdx: number; page: number }): Signs {
  const module = native as Native & TextPlaces
  const pageIdx = module._FPDF_LoadPage(documentIdx, page - 1)
  const textIdx = module._FPDFText_LoadPage(pageIdx)
  const edges = module.wasmExports.malloc(32)
  try {
    const [width, height] = [module._FPDF_GetPageWidth(pageIdx), module._FPDF_GetPageHeight(pageIdx)]
    const isUpright = module._FPDFPage_GetRotation(pageIdx) === 0
    const boxes: number[] = []
    let text = ''
    const count = Math.min(module._FPDFText_CountChars(textIdx), mostSigns)
    for (let at = 0; at < count; at += 1) {
      // One unit a sign, so that a place in the text is a place among the boxes.
      text += String.fromCharCode(module._FPDFText_GetUnicode(textIdx, at) & 0xffff)
      if (!isUpright) continue
      module._FPDFText_GetCharBox(textIdx, at, edges, edges + 8, edges + 16, edges + 24)
      const [left = 0, right = 0, bottom = 0, top = 0] = new Float64Array(module.HEAPU8.buffer, edges, 4)
      boxes.push(...[left / width, (height - top) / height, (right - left) / width, (top - bottom) / height].map((share) => Math.round(share * 1_000)))
    }
    return { text, boxes }
  } finally {
    module.wasmExports.free(edges)
    module._FPDFText_ClosePage(textIdx)
    module._FPDF_ClosePage(pageIdx)
  }
}
