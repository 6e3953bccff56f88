import { crc32, deflateRawSync } from 'node:zlib'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'

/** A PDF with a line of Latin text on each page; an empty line is a page without any. */
export async function samplePdf(...pages: readonly string[]): Promise<Buffer> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const text of pages) {
    const page = document.addPage()
    if (text) page.drawText(text, { x: 40, y: 600, size: 12, font })
  }
  return Buffer.from(await document.save())
}

/** A ZIP of some texts by their names: what office documents are made of. @param plain those that are not packed */
export function sampleZip(parts: Readonly<Record<string, string>>, plain: readonly string[] = []): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(parts)) {
    const [bytes, label] = [Buffer.from(text), Buffer.from(name)]
    const data = plain.includes(name) ? bytes : deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(plain.includes(name) ? 0 : 8, 4) // as it is, or deflated
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(label.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, label, data])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, rest, label]))
    locals.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006', 'latin1'), end])
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A Word document with one paragraph. */
export const sampleDocx = (text: string): Buffer =>
  sampleZip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${word}.main+xml"/></Types>`,
    'word/document.xml': `<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
  })
