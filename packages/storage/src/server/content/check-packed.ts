import { promisify } from 'node:util'
import { pipeline } from 'node:stream/promises'
import { Writable, type Readable } from 'node:stream'
import type { Entry } from 'yauzl'
import { openParts, PackedFault, type PackedReason } from './packed-parts.ts'

/** Programs of Office and of LibreOffice, and the sheets that fetch their values from files elsewhere. */
const macros = /(^|\/)vbaProject\.bin$|^(Basic|Scripts)\/./i
const links = /^xl\/externalLinks\//i

/** What is wrong with a packed file, its sizes tried: a directory may lie about what comes out. `null` for one that may be kept. */
export async function wrongWithPacked(path: string): Promise<PackedReason | null> {
  try {
    const { zip, entries } = await openParts(path)
    try {
      const names = [...entries.keys()]
      if (names.some((name) => macros.test(name))) return 'macros'
      if (names.some((name) => links.test(name))) return 'links'
      const openPart = promisify<Entry, Readable>(zip.openReadStream.bind(zip))
      for (const entry of entries.values()) await pipeline(await openPart(entry), nowhere())
      return null
    } finally {
      zip.close()
    }
  } catch (error) {
    if (error instanceof PackedFault) return error.reason
    // The library stops at the first byte more than the directory promised.
    return error instanceof Error && /too many bytes/.test(error.message) ? 'bomb' : 'broken'
  }
}

const nowhere = () => new Writable({ write: (_piece, _encoding, done) => done() })
