import { readFile, writeFile } from 'node:fs/promises'
import { degrees, PDFDocument, type PDFImage } from '@cantoo/pdf-lib'
import sharp, { type Metadata } from 'sharp'

/** Dots an inch where a picture does not say, or says what no scanner does. */
const usualDpi = 200
const likely = { least: 60, most: 1_300 }
/** A picture as large as a wall must not fill the memory. */
const mostPixels = 120_000_000
const mostPages = 300

/** Turned clockwise, by the picture's own note of how it was held; mirrored ones do not come from scanners. */
const turns: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 }

/**
 * A PDF of pictures, each a page as large as it was on paper. A JPEG goes in byte for byte; a PNG without loss; the pages of a TIFF without loss where
 * they are black and white or grey, and as JPEG where they have colours.
 *
 * @throws Error for a broken picture
 */
export async function bind({ path, to }: { path: string; to: string }): Promise<void> {
  const about = await sharp(path, { limitInputPixels: mostPixels }).metadata()
  const document = await PDFDocument.create()
  if (about.format === 'jpeg') addPage(document, { image: await document.embedJpg(await wholeJpeg(path)), dpi: dpiOf(about), turn: turns[about.orientation ?? 1] ?? 0 })
  else if (about.format === 'png') addPage(document, { image: await document.embedPng(await readFile(path)), dpi: dpiOf(about), turn: 0 })
  else for (let page = 0; page < pagesOf(about); page += 1) await addTiffPage(document, { path, page })
  await writeFile(to, await document.save(), { flush: true })
}

function pagesOf({ format, pages = 1 }: Metadata): number {
  if (format !== 'tiff' || pages > mostPages) throw new Error(`${format} of ${pages} pages is no scan`)
  return pages
}

/** The header alone says nothing of what follows: a cut-off picture is found by decoding it. */
async function wholeJpeg(path: string): Promise<Buffer> {
  await sharp(path, { limitInputPixels: mostPixels, failOn: 'error' }).stats()
  return readFile(path)
}

async function addTiffPage(document: PDFDocument, { path, page }: { path: string; page: number }): Promise<void> {
  const picture = sharp(path, { page, limitInputPixels: mostPixels, failOn: 'error' })
  const about = await picture.metadata()
  const upright = picture.rotate().flatten({ background: '#fff' })
  const isGrey = (about.channels ?? 3) < 3
  const image = isGrey ? await document.embedPng(await upright.toColourspace('b-w').png().toBuffer()) : await document.embedJpg(await upright.jpeg({ quality: 88 }).toBuffer())
  addPage(document, { image, dpi: dpiOf(about), turn: 0 })
}

const dpiOf = ({ density = usualDpi }: Metadata) => (density >= likely.least && density <= likely.most ? density : usualDpi)

function addPage(document: PDFDocument, { image, dpi, turn }: { image: PDFImage; dpi: number; turn: number }): void {
  const [width, height] = [(image.width / dpi) * 72, (image.height / dpi) * 72]
  const page = document.addPage([width, height])
  page.drawImage(image, { x: 0, y: 0, width, height })
  page.setRotation(degrees(turn))
}
