// Runs alone, with limits: a list on standard input, its PDF on standard output.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { jsPDF } from 'jspdf'
import { autoTable } from 'jspdf-autotable'
import type { SheetCell } from '@crm/platform/server'
import type { ListDrawing } from './pdf-process.ts'

const margin = 10
const fonts = [
  ['normal', '@expo-google-fonts/roboto/400Regular/Roboto_400Regular.ttf'],
  ['bold', '@expo-google-fonts/roboto/700Bold/Roboto_700Bold.ttf'],
] as const

const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
let drawing: ListDrawing | null = null
const rows: string[][] = []
for await (const line of lines) {
  const known: ListDrawing | null = drawing
  // Both are written by drawList.
  if (known === null) drawing = JSON.parse(line) as ListDrawing
  else for (const row of JSON.parse(line) as SheetCell[][]) rows.push(row.map((cell, at) => shown(cell, { at, of: known })))
}
if (drawing) process.stdout.write(Buffer.from((await draw(drawing)).output('arraybuffer')))

async function draw(of: ListDrawing): Promise<jsPDF> {
  const pdf = new jsPDF({ unit: 'mm', format: 'a4', orientation: of.head.length > 5 ? 'landscape' : 'portrait', compress: true })
  for (const [style, path] of fonts) {
    // The library's own fonts have no Polish letters.
    pdf.addFileToVFS(`${style}.ttf`, (await readFile(createRequire(import.meta.url).resolve(path))).toString('base64'))
    pdf.addFont(`${style}.ttf`, 'Roboto', style)
  }
  const { width, height } = pdf.internal.pageSize
  pdf.setProperties({ title: of.title })
  pdf.setFont('Roboto', 'bold').setFontSize(14)
  pdf.text(of.title, margin, margin + 4)
  pdf.setFont('Roboto', 'normal').setFontSize(8)
  const about = pdf.splitTextToSize(
    of.about
      .slice(1)
      .map(([name, value]) => `${name}: ${value}`)
      .join('  ·  '),
    width - 2 * margin,
  ) as string[] // what it always answers
  pdf.text(about, margin, margin + 9)
  autoTable(pdf, {
    startY: margin + 9 + about.length * 3.5,
    head: [[...of.head]],
    body: rows,
    margin: { left: margin, right: margin, top: margin, bottom: margin + 6 },
    styles: { font: 'Roboto', fontSize: 7.5, cellPadding: 1, overflow: 'linebreak', lineColor: 220, lineWidth: 0.1 },
    headStyles: { font: 'Roboto', fontStyle: 'bold', fillColor: 235, textColor: 30 },
    alternateRowStyles: { fillColor: 250 },
    rowPageBreak: 'avoid',
    // Days and amounts are never broken; what is left is shared by the texts as they need it.
    columnStyles: Object.fromEntries(
      of.kinds.map((kind, at) => [
        at,
        { cellWidth: kind === 'text' ? ('auto' as const) : ('wrap' as const), halign: kind === 'money' || kind === 'number' ? ('right' as const) : ('left' as const) },
      ]),
    ),
  })
  const pages = pdf.getNumberOfPages()
  for (let page = 1; page <= pages; page += 1) {
    pdf.setPage(page)
    pdf.setFont('Roboto', 'normal').setFontSize(8).setTextColor(90)
    pdf.text(of.title, margin, height - margin + 2)
    pdf.text(of.pageOf.replace('{page}', String(page)).replace('{pages}', String(pages)), width - margin, height - margin + 2, { align: 'right' })
  }
  return pdf
}

/** As people read it: days and amounts are the wire's until here. */
function shown(cell: SheetCell, { at, of }: { at: number; of: ListDrawing }): string {
  if (cell === null) return ''
  const text = String(cell)
  const kind = of.kinds[at]
  if (kind === 'day') return text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1')
  if ((kind === 'money' || kind === 'number') && /^-?\d+(\.\d+)?$/.test(text)) {
    const [whole = '', rest] = text.split('.')
    return `${whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')}${rest === undefined ? '' : `${of.language === 'pl' ? ',' : '.'}${rest}`}`
  }
  return text
}
