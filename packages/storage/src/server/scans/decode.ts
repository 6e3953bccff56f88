import { getDefaultScanner, scanGrayBuffer, ZBarConfigType, ZBarSymbolType } from '@undecaf/zbar-wasm'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { readLabel } from '../../label-code.ts'
import { hasBars } from './bars.ts'
import type { OpenedPages, PageImage } from './pages.ts'
import { programOf } from './pages.ts'

/** What one page says. */
export interface PageReading {
  readonly page: number
  /** Codes of labels, each once; other barcodes are nothing to us. */
  readonly codes: readonly string[]
  readonly isBlank: boolean
}

/** Where the quick pass finds nothing but bars are seen: finer drawings bring out what a fold, a stamp or a coarse scan hid. */
const finer = [300, 400]

/**
 * The labels on a page. One quick pass at 200 dpi; where it finds none and something like bars is there, a second decoder, then more dots:
 * a missed label would leave its contract in the file of the one before.
 */
export async function readPage(pages: OpenedPages, page: number): Promise<PageReading> {
  const image = await pages.image(page, 200)
  if (isBlank(image)) return { page, codes: [], isBlank: true }
  let codes = await zxing(image)
  if (codes.length === 0 && hasBars(image)) codes = (await closely(pages, page, image)) ?? []
  return { page, codes, isBlank: false }
}

async function closely(pages: OpenedPages, page: number, image: PageImage): Promise<string[] | null> {
  const found = await zbar(image)
  if (found.length > 0) return found
  for (const dpi of finer) {
    const drawn = await pages.image(page, dpi)
    const read = await firstFound([() => zxing(drawn), () => zbar(drawn)])
    if (read) return read
  }
  return null
}

async function firstFound(ways: readonly (() => Promise<string[]>)[]): Promise<string[] | null> {
  for (const way of ways) {
    const found = await way()
    if (found.length > 0) return found
  }
  return null
}

const labelsIn = (texts: readonly string[]): string[] => [...new Set(texts.map(readLabel).filter((code) => code !== null))]

let reader: Promise<unknown> | null = null

async function zxing(image: PageImage): Promise<string[]> {
  reader ??= programOf('zxing-wasm/reader/zxing_reader.wasm').then((wasmBinary) => prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true }))
  await reader
  const found = await readBarcodes(grey(image), {
    formats: ['Code128', 'QRCode'],
    tryInvert: false,
    tryHarder: true,
    tryRotate: true,
    tryDownscale: true,
    maxNumberOfSymbols: 60,
  })
  return labelsIn(found.filter((symbol) => symbol.isValid).map((symbol) => symbol.text))
}

/** A picture file in PGM: the decoder takes its grey bytes as they are, where a picture in memory would need four a pixel and twice the time. */
const grey = ({ pixels, width, height }: PageImage): Uint8Array => Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels])

let isTuned = false

async function zbar({ pixels, width, height }: PageImage): Promise<string[]> {
  const scanner = await getDefaultScanner()
  if (!isTuned) {
    scanner.setConfig(ZBarSymbolType.ZBAR_NONE, ZBarConfigType.ZBAR_CFG_ENABLE, 0)
    for (const kind of [ZBarSymbolType.ZBAR_CODE128, ZBarSymbolType.ZBAR_QRCODE]) scanner.setConfig(kind, ZBarConfigType.ZBAR_CFG_ENABLE, 1)
    isTuned = true
  }
  const found = await scanGrayBuffer(new Uint8Array(pixels).buffer, width, height, scanner)
  return labelsIn(found.map((symbol) => symbol.decode()))
}

/** Fewer dark pixels than a line of text has; dust and punch holes do not make a page. */
function isBlank({ pixels }: PageImage): boolean {
  let dark = 0
  for (const pixel of pixels) if (pixel < 128) dark += 1
  return dark < pixels.length * 0.0004
}
