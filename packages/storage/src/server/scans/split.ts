import { readFile, writeFile } from 'node:fs/promises'
import { decodePDFRawStream, PDFArray, PDFContentStream, PDFDict, PDFDocument, PDFName, type PDFPage, PDFRawStream, PDFStream } from '@cantoo/pdf-lib'

export interface Splitter {
  /** Write the pages named into a file of their own. Their content is copied as it is: nothing is drawn or packed anew. */
  write(part: { readonly pages: readonly number[]; readonly to: string }): Promise<void>
}

/** A file that is going to be cut; it is read once for all its parts. */
export async function openSplitter(path: string): Promise<Splitter> {
  // A file whose owner only forbade printing opens with an empty password. Reading on without decrypting would yield blank pages.
  const source = await PDFDocument.load(await readFile(path), { password: '', updateMetadata: false })
  const pruned = new Set<number>()
  return {
    async write({ pages, to }) {
      for (const page of pages) {
        if (!pruned.has(page)) pruneResources(source.getPage(page - 1))
        pruned.add(page)
      }
      const part = await PDFDocument.create({ updateMetadata: false })
      for (const page of await part.copyPages(
        source,
        pages.map((page) => page - 1),
      ))
        part.addPage(page)
      if (part.getPageCount() !== pages.length) throw new Error(`${part.getPageCount()} pages of ${pages.length} were copied`)
      await writeFile(to, await part.save({ addDefaultPage: false, updateFieldAppearances: false }), { flush: true })
    },
  }
}

/**
 * Scanners let all pages share one list of pictures; a copied page would carry everybody's. Each page keeps those that it draws.
 * Where its content cannot be read, it keeps them all only if the list is its own.
 */
function pruneResources(page: PDFPage): void {
  const resources = page.node.Resources()
  const pictures = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  if (!resources || !pictures) return
  const drawn = namesDrawn(page)
  const own = resources.clone(page.doc.context)
  const kept = page.doc.context.obj({})
  for (const [name, value] of pictures.entries()) if (drawn.has(name.decodeText())) kept.set(name, value)
  own.set(PDFName.of('XObject'), kept)
  page.node.set(PDFName.of('Resources'), own)
}

function namesDrawn(page: PDFPage): Set<string> {
  const contents = page.node.Contents()
  const streams = contents instanceof PDFArray ? Array.from({ length: contents.size() }, (_part, at) => contents.lookup(at)) : [contents]
  const text = streams.map((stream) => (stream instanceof PDFStream ? Buffer.from(bytesOf(stream)).toString('latin1') : '')).join('\n')
  return new Set([...text.matchAll(/\/([^\s/<>[\]()]+)\s+Do\b/g)].map((match) => PDFName.of(match[1] ?? '').decodeText()))
}

function bytesOf(stream: PDFStream): Uint8Array {
  if (stream instanceof PDFRawStream) return decodePDFRawStream(stream).decode()
  return stream instanceof PDFContentStream ? stream.getUnencodedContents() : stream.getContents()
}
