import { stat } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { openPages } from '../scans/pages.ts'

/** Too small for a line of text to be read: it shows what a file looks like, not what it says. */
const mostPixels = 160
/** The renderer holds a PDF in its memory. */
const largestPdf = 400_000_000
/** A picture as large as a wall must not fill the memory. */
const largestImage = 120_000_000

const small = (picture: Sharp, to: string) =>
  picture.resize({ width: mostPixels, height: mostPixels, fit: 'inside', withoutEnlargement: true }).flatten({ background: '#fff' }).webp({ quality: 70 }).toFile(to)

/** The first picture of a file of pictures, upright. @throws Error when it is broken */
export async function drawImage(path: string, to: string): Promise<true> {
  await small(sharp(path, { limitInputPixels: largestImage, failOn: 'error' }).rotate(), to)
  return true
}

/** The first page. @returns how many pages there are, `null` for one that is too large @throws Error when it is broken or needs a password */
export async function drawPdf(path: string, to: string): Promise<number | null> {
  if ((await stat(path)).size > largestPdf) return null
  const pages = await openPages(path)
  const { pixels, width, height } = await pages.image(1, 40)
  await small(sharp(pixels, { raw: { width, height, channels: 1 } }), to)
  return pages.count
}
