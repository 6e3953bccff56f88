import { promisify } from 'node:util'
import { type Entry, open, type ZipFile } from 'yauzl'

const mostEntries = 5_000
const mostBytes = 500_000_000
/** A part that grows more than so many times, once it is longer than a page of text, was made to fill a disk. */
const mostGrowth = 100
const smallPart = 1_000_000

/** What is wrong with a packed file. */
export type PackedReason = 'bomb' | 'locked' | 'macros' | 'links' | 'broken'

export class PackedFault extends Error {
  readonly reason: PackedReason
  constructor(reason: PackedReason) {
    super(`zip-${reason}`)
    this.reason = reason
  }
}

export interface PackedParts {
  readonly zip: ZipFile
  readonly entries: ReadonlyMap<string, Entry>
}

/**
 * The parts of a packed file by its directory, before anything of it is unpacked.
 *
 * @throws PackedFault 'bomb' for one that would grow beyond all measure, 'locked' for one with a password, 'broken' when there is no directory
 * @see product/security.md 20
 */
export async function openParts(path: string): Promise<PackedParts> {
  const zip = await promisify<string, object, ZipFile>(open)(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }).catch(() => {
    throw new PackedFault('broken')
  })
  const entries = new Map<string, Entry>()
  let [unpacked, packed] = [0, 0]
  const wrongWith = (entry: Entry) => {
    unpacked += entry.uncompressedSize
    packed += entry.compressedSize
    if (entries.size >= mostEntries || unpacked > mostBytes) return 'bomb'
    if (entry.uncompressedSize > smallPart && entry.uncompressedSize > entry.compressedSize * mostGrowth) return 'bomb'
    // More bytes in the parts than in the file: parts lie over each other, each to be unpacked anew.
    if (packed > zip.fileSize) return 'bomb'
    return (entry.generalPurposeBitFlag & 1) === 1 ? 'locked' : null
  }
  await new Promise<void>((resolve, reject) => {
    zip.on('error', () => reject(new PackedFault('broken')))
    zip.on('end', () => resolve())
    zip.on('entry', (entry: Entry) => {
      const reason = wrongWith(entry)
      if (reason) return reject(new PackedFault(reason))
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
