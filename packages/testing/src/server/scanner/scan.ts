import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import type { Damage } from './damage.ts'
import { openDice } from './dice.ts'
import { contractPage, type CutLabel } from './paper.ts'

interface Glass {
  readonly dpi: number
  readonly colours: 'colour' | 'grey' | 'black and white'
  readonly damage?: Damage
  readonly seed?: number
}

/** A page with a label on it, or without, as a scanner hands it over: one image in a PDF page. */
export interface ScannedPage {
  readonly image: Buffer
  /** A JPEG, or rows of bits, packed. */
  readonly kind: 'jpeg' | 'bits'
  readonly width: number
  readonly height: number
  readonly dpi: number
}

/** Stick the label on a page of a contract and lay it on the glass. The label must be drawn at twice the scanner's dots. */
export async function scanPage(label: CutLabel | null, { dpi, colours, damage = {}, seed = 1 }: Glass): Promise<ScannedPage> {
  const paper = await stuck(label, { dpi: dpi * 2, damage, seed })
  const turned = damage.turn ? sharp(await sharp(paper).rotate(damage.turn, { background: 'white' }).png({ compressionLevel: 0 }).toBuffer()) : sharp(paper)
  const { width = 1, height = 1 } = await turned.metadata()
  let seen = turned.resize(Math.round(width / 2), Math.round(height / 2), { kernel: 'cubic' }).greyscale()
  if (damage.blur)
    seen = sharp(await seen.png({ compressionLevel: 0 }).toBuffer())
      .blur(damage.blur)
      .greyscale()
  const { data, info } = await seen.raw().toBuffer({ resolveWithObject: true })
  const pixels = dirtied(data, { ...damage, seed, threshold: colours === 'black and white' ? (damage.threshold ?? 128) : null })
  if (colours === 'colour') return { image: await coloured(pixels, { ...info, seed }), kind: 'jpeg', dpi, width: info.width, height: info.height }
  const raw = sharp(pixels, { raw: { width: info.width, height: info.height, channels: 1 } }).toColourspace('b-w')
  if (colours === 'grey') return { image: await raw.jpeg({ quality: damage.jpeg ?? 85 }).toBuffer(), kind: 'jpeg', dpi, width: info.width, height: info.height }
  return { image: deflateSync(bitsOf(pixels, info)), kind: 'bits', dpi, width: info.width, height: info.height }
}

async function stuck(label: CutLabel | null, { dpi, damage, seed }: { dpi: number; damage: Damage; seed: number }): Promise<Buffer> {
  const page = contractPage(dpi, { seed })
  if (!label) return page.png({ compressionLevel: 0 }).toBuffer()
  const { width, height } = label
  const over = damage.over?.({ width, height })
  const { width: across = 1, height: down = 1 } = await sharp(label.png).metadata()
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans">${over}</svg>`
  const harmed = over
    ? await sharp(label.png)
        .composite([{ input: Buffer.from(svg) }])
        .png({ compressionLevel: 0 })
        .toBuffer()
    : label.png
  const input = damage.askew ? await sharp(harmed).rotate(damage.askew, { background: 'white' }).png({ compressionLevel: 0 }).toBuffer() : harmed
  const dots = (mm: number) => Math.round((mm / 25.4) * dpi)
  return page
    .composite([{ input, left: dots(125), top: dots(6 + (seed % 5)) }])
    .png({ compressionLevel: 0 })
    .toBuffer()
}

function dirtied(pixels: Buffer, { seed, pepper = 0, noise = 0, levels = [0, 255], threshold }: Omit<Damage, 'threshold'> & { seed: number; threshold: number | null }): Buffer {
  const dice = openDice(seed * 7_919)
  const [black, white] = levels
  for (let at = 0; at < pixels.length; at += 1) {
    let grey = black + ((pixels[at] ?? 255) * (white - black)) / 255
    // Three throws are near enough to the bell of a sensor's noise.
    if (noise > 0) grey += (dice() + dice() + dice() - 1.5) * 2 * noise
    if (pepper > 0 && dice() < pepper) grey = dice() < 0.5 ? 0 : 255
    if (threshold !== null) grey = grey < threshold ? 0 : 255
    pixels[at] = Math.max(0, Math.min(255, Math.round(grey)))
  }
  return pixels
}

/** Yellowish paper with the noise of a sensor in each colour: what an office scanner makes where nobody has set it up. */
function coloured(pixels: Buffer, { width, height, seed }: { width: number; height: number; seed: number }): Promise<Buffer> {
  const dice = openDice(seed)
  const three = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at += 1) {
    const grey = pixels[at] ?? 255
    for (const [channel, paper] of [250, 247, 238].entries()) three[at * 3 + channel] = Math.max(0, Math.min(255, (grey * paper) / 255 + (dice() - 0.5) * 18))
  }
  return sharp(three, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer()
}

/** Pages into one file, as a scanner with a feeder does it. */
export async function bindPages(pages: readonly ScannedPage[]): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  for (const { image, kind, dpi, width, height } of pages) {
    const [across, down] = [(width / dpi) * 72, (height / dpi) * 72]
    const page = pdf.addPage([across, down])
    if (kind === 'jpeg') page.drawImage(await pdf.embedJpg(image), { x: 0, y: 0, width: across, height: down })
    else drawBits(pdf, page, { image, width, height, across, down })
  }
  return Buffer.from(await pdf.save())
}

function drawBits(pdf: PDFDocument, page: PDFPage, { image, width, height, across, down }: { image: Buffer; width: number; height: number; across: number; down: number }): void {
  const about = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, ColorSpace: 'DeviceGray', BitsPerComponent: 1, Filter: 'FlateDecode' }
  page.node.setXObject(PDFName.of('Scan'), pdf.context.register(PDFRawStream.of(pdf.context.obj(about), image)))
  page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.stream(`q ${across} 0 0 ${down} 0 0 cm /Scan Do Q`)))
}

function bitsOf(pixels: Buffer, { width, height }: { width: number; height: number }): Buffer {
  const bytes = Math.ceil(width / 8)
  const bits = Buffer.alloc(bytes * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const byte = y * bytes + (x >> 3)
      if ((pixels[y * width + x] ?? 0) > 127) bits[byte] = (bits[byte] ?? 0) | (128 >> (x & 7))
    }
  }
  return bits
}
