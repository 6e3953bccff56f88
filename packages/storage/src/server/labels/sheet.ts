import { jsPDF } from 'jspdf'
import { spokenLabel } from '../../label-code.ts'
import { type LabelFormat, labelFormats, type LabelPlacing, placeOf } from '../../label-format.ts'
import { addFonts } from '../pdf-fonts.ts'
import { type Symbols, symbolsOf } from './symbols.ts'

export interface PrintedLabel {
  readonly code: string
  /** The document's own number, `U/H/2026/0042`. */
  readonly number: string
  readonly title: string
}

/** A PDF of labels, all of it vectors and text. It must be printed at 100%, not fitted to the page. */
export async function labelSheet(labels: readonly PrintedLabel[], placing: LabelPlacing): Promise<Buffer> {
  const format: LabelFormat = labelFormats[placing.format]
  const pdf = await blank(format)
  let page = 0
  for (const [index, label] of labels.entries()) {
    const place = placeOf(placing, index)
    while (page < place.page) {
      pdf.addPage([format.page.width, format.page.height], orientation(format))
      page += 1
    }
    draw(pdf, { label, format, at: place, symbols: await symbolsOf(label.code) })
  }
  return Buffer.from(pdf.output('arraybuffer'))
}

/** One page to hold against an empty sheet: outlines of all labels and a ruler of 50 mm. */
export async function testSheet(placing: LabelPlacing): Promise<Buffer> {
  const format: LabelFormat = labelFormats[placing.format]
  const pdf = await blank(format)
  pdf.setLineWidth(0.1)
  for (let index = 0; index < format.columns * format.rows; index += 1) {
    const { x, y } = placeOf({ ...placing, start: 1 }, index)
    pdf.rect(x, y, format.label.width, format.label.height)
  }
  const [x, y] = format.label.width > 58 ? [placing.shift.x + 6, placing.shift.y + format.top + 18] : [placing.shift.x + 0.05, placing.shift.y + 18]
  const length = Math.min(50, format.label.width)
  pdf.line(x, y, x + length, y)
  for (let mark = 0; mark <= length; mark += 1) pdf.line(x + mark, y, x + mark, y - (mark % 10 === 0 ? 4 : mark % 5 === 0 ? 2.5 : 1.5))
  pdf.setFont('Roboto', 'normal').setFontSize(8)
  pdf.text(`${length} mm`, x + length / 2, y + 4, { align: 'center' })
  return Buffer.from(pdf.output('arraybuffer'))
}

const orientation = (format: LabelFormat) => (format.page.width > format.page.height ? 'landscape' : 'portrait')

const blank = (format: LabelFormat): Promise<jsPDF> =>
  addFonts(new jsPDF({ unit: 'mm', format: [format.page.width, format.page.height], orientation: orientation(format), compress: true }))

interface Drawing {
  readonly label: PrintedLabel
  readonly format: LabelFormat
  readonly at: { readonly x: number; readonly y: number }
  readonly symbols: Symbols
}

function draw(pdf: jsPDF, { label, format, at, symbols }: Drawing): void {
  const { width, height } = { width: Math.min(format.label.width, 70), height: format.label.height }
  const quiet = 10 * format.barModule
  const side = symbols.square.length * format.squareModule
  const margin = 4 * format.squareModule
  const left = at.x + Math.max(quiet, 2)
  const squareX = at.x + width - side - margin
  const squareY = at.y + (format.isStacked ? 1.5 : (height - side) / 2)
  const barsY = at.y + height - format.barHeight - (format.isStacked ? 4.2 : 6.5)
  pdf.setFillColor(0, 0, 0)
  for (const run of runsOf(symbols.bars)) pdf.rect(left + run.from * format.barModule, barsY, run.length * format.barModule, format.barHeight, 'F')
  for (const [row, cells] of symbols.square.entries()) {
    for (const run of runsOf(cells))
      pdf.rect(squareX + run.from * format.squareModule, squareY + row * format.squareModule, run.length * format.squareModule, format.squareModule, 'F')
  }
  const room = squareX - left - 1.5
  const small = format.isStacked || height < 30
  pdf.setFont('Roboto', 'bold').setFontSize(fitting(pdf, { text: label.number, room, largest: small ? 10 : 13 }))
  pdf.text(label.number, left, at.y + (small ? 4.5 : 7))
  pdf.setFont('Roboto', 'normal').setFontSize(small ? 6.5 : 8)
  const lines = (pdf.splitTextToSize(label.title, room) as string[]).slice(0, 2)
  pdf.text(lines, left, at.y + (small ? 7.5 : 11.5))
  pdf.setFontSize(small ? 7.5 : 9)
  pdf.text(spokenLabel(label.code), left, barsY + format.barHeight + (small ? 3 : 4))
}

function fitting(pdf: jsPDF, { text, room, largest }: { text: string; room: number; largest: number }): number {
  pdf.setFontSize(largest)
  return Math.min(largest, Math.max(6, (largest * room) / pdf.getTextWidth(text)))
}

/** Neighbouring dark modules as one rectangle: without hairlines between them. */
function runsOf(modules: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = []
  for (const [at, isDark] of modules.entries()) {
    if (!isDark) continue
    const last = runs.at(-1)
    if (last && last.from + last.length === at) last.length += 1
    else runs.push({ from: at, length: 1 })
  }
  return runs
}
