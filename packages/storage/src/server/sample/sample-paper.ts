import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Writing } from '@crm/platform/server'
import { jsPDF } from 'jspdf'
import { lookAtContents, readTexts } from '../../jobs.ts'
import { attach } from '../attach.ts'
import { openBlobStore } from '../blob-store.ts'
import { addFonts } from '../pdf-fonts.ts'

interface SamplePaper {
  readonly document: string
  readonly documentCode: string
  readonly name: string
  readonly heading: string
  readonly paragraphs: readonly string[]
}

/** Hang a made-up paper on a document, as if somebody had uploaded it: for sample data. */
export async function attachSamplePaper(ctx: Writing, { document, documentCode, name, heading, paragraphs }: SamplePaper): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'crm-sample-'))
  try {
    const path = join(folder, 'paper.pdf')
    await writeFile(path, await paperOf(heading, paragraphs))
    const blob = { ...(await openBlobStore(ctx.system.env.CRM_DATA).take(path)), type: 'application/pdf' }
    await attach(ctx, { document, documentCode, name, part: null, uploadId: randomUUID(), blob })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  await ctx.send(readTexts, {})
  await ctx.send(lookAtContents, {})
}

const [left, width, line] = [25, 160, 6]

async function paperOf(heading: string, paragraphs: readonly string[]): Promise<Buffer> {
  const pdf = await addFonts(new jsPDF({ unit: 'mm', format: 'a4', compress: true }))
  pdf.setFont('Roboto', 'bold').setFontSize(15)
  pdf.text(heading, left, 35)
  pdf.setFont('Roboto', 'normal').setFontSize(11)
  let y = 50
  for (const paragraph of paragraphs) {
    const lines = pdf.splitTextToSize(paragraph, width) as string[] // the library's types say any
    pdf.text(lines, left, y)
    y += lines.length * line + line
  }
  return Buffer.from(pdf.output('arraybuffer'))
}
