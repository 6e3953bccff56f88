import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'

/** A label as it left the printer, cut out of its sheet. */
export interface CutLabel {
  readonly png: Buffer
  /** Millimetres. */
  readonly width: number
  readonly height: number
  readonly dpi: number
}

/** One place of a sheet of labels (a PDF), drawn as the printer would; sizes in millimetres. */
export async function cutLabel(
  sheet: Buffer,
  { page = 1, left = 0, top = 0, width, height, dpi }: { page?: number; left?: number; top?: number; width: number; height: number; dpi: number },
): Promise<CutLabel> {
  const library = await PDFiumLibrary.init()
  const document: PDFiumDocument = await library.loadDocument(sheet)
  try {
    const drawn = await document.getPage(page - 1).render({ scale: dpi / 72, colorSpace: 'Gray', render: async ({ data }) => data })
    const dots = (mm: number) => Math.round((mm / 25.4) * dpi)
    const area = {
      left: dots(left),
      top: dots(top),
      width: Math.min(dots(width), drawn.width - dots(left)),
      height: Math.min(dots(height), drawn.height - dots(top)),
    }
    const png = await sharp(drawn.data, { raw: { width: drawn.width, height: drawn.height, channels: 1 } })
      .extract(area)
      .png({ compressionLevel: 1 })
      .toBuffer()
    return { png, width, height, dpi }
  } finally {
    document.destroy()
  }
}

const sentence = 'Wykonawca zobowiązuje się do wykonania przedmiotu umowy z należytą starannością, a Zamawiający do zapłaty wynagrodzenia'

/** An A4 page of a contract, full of text, with a seal and a table; the upper right stays free for a label. */
export function contractPage(dpi: number, { seed = 0 } = {}): ReturnType<typeof sharp> {
  const [width, height] = [Math.round((210 / 25.4) * dpi), Math.round((297 / 25.4) * dpi)]
  const lines = Array.from({ length: 38 }, (_line, at) => {
    const words = sentence.slice((at * 7 + seed * 13) % 40)
    return `<text x="20" y="${70 + at * 5.4}" font-size="3.6">§ ${at + 1}. ${words.slice(0, 88)}</text>`
  })
  const table = Array.from({ length: 5 }, (_row, at) => `<rect x="20" y="${40 + at * 5}" width="80" height="5" fill="none" stroke="black" stroke-width=".25"/>`)
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 210 297" font-family="DejaVu Serif, serif"><rect width="210" height="297" fill="white"/><text x="20" y="24" font-size="6">UMOWA nr ${seed + 1}</text>${table.join('')}${lines.join('')}</svg>`,
    ),
  ).flatten({ background: 'white' })
}
