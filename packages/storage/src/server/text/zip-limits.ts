import { promisify } from 'node:util'
import { type Entry, open, type ZipFile } from 'yauzl'

const mostEntries = 5_000
const mostBytes = 500_000_000
/** A part that grows more than so many times, once it is longer than a page of text, was made to fill a disk. */
const mostGrowth = 100
const smallPart = 1_000_000

/**
 * The parts of a packed file by its directory, before anything of it is unpacked.
 *
 * @throws Error 'zip-bomb' for one that would grow beyond all measure, 'zip-locked' for one with a password
 * @see product/security.md 20
 */
export async function openParts(path: string): Promise<{ zip: ZipFile; entries: ReadonlyMap<string, Entry> }> {
  const zip = await promisify<string, object, ZipFile>(open)(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
  const entries = new Map<string, Entry>()
  let bytes = 0
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve())
    zip.on('entry', (entry: Entry) => {
      bytes += entry.uncompressedSize
      const isGrown = entry.uncompressedSize > smallPart && entry.uncompressedSize > entry.compressedSize * mostGrowth
      if (entries.size >= mostEntries || bytes > mostBytes || isGrown) return reject(new Error('zip-bomb'))
      if ((entry.generalPurposeBitFlag & 1) === 1) return reject(new Error('zip-locked'))
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  }).catch((error: unknown) => {
    zip.close()
    throw error
  })
  return { zip, entries }
}
