import { promisify } from 'node:util'
import type { Readable } from 'node:stream'
import sax from 'sax'
import type { Entry, ZipFile } from 'yauzl'
import { pageBreak } from '../../file-text.ts'
import { openParts } from '../content/packed-parts.ts'

/** Which parts of a document hold its text, in the order in which it is read; several of a kind by their numbers. */
const parts = [
  /^word\/document\.xml$/,
  /^word\/(header|footer|footnotes|endnotes|comments)\d*\.xml$/,
  /^xl\/sharedStrings\.xml$/,
  /^xl\/worksheets\/[^/]+\.xml$/,
  /^ppt\/slides\/slide\d+\.xml$/,
  /^ppt\/notesSlides\/notesSlide\d+\.xml$/,
  /^content\.xml$/,
]
/** Slides are pages; what Word and the others call a page is only made when it is printed. */
const isPage = (name: string) => name.startsWith('ppt/slides/')
/** Tags in which text stands: of Word, Excel and PowerPoint; an open document's stands anywhere in its content. */
const holds = new Set(['t', 'is'])
const ends = new Set(['p', 'h', 'br', 'tab', 'tr', 'si', 'row', 'table-cell', 'c'])

/** The text of a document that is a packed folder of XML: entities are not known, links not followed, macros not looked at. */
export async function officeText(path: string, limit: number): Promise<string> {
  const { zip, entries } = await openParts(path)
  try {
    let text = ''
    for (const pattern of parts) {
      const names = [...entries.keys()].filter((name) => pattern.test(name)).sort((one, other) => numberIn(one) - numberIn(other) || one.localeCompare(other))
      for (const name of names) {
        const entry = entries.get(name)
        if (!entry || text.length > limit) continue
        const read = await textOf(zip, entry, { limit: limit - text.length, isOpen: name === 'content.xml' })
        text += `${text === '' ? '' : isPage(name) ? pageBreak : '\n'}${read}`
      }
    }
    return text
  } finally {
    zip.close()
  }
}

const numberIn = (name: string) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0)

async function textOf(zip: ZipFile, entry: Entry, { limit, isOpen }: { limit: number; isOpen: boolean }): Promise<string> {
  const parser = sax.parser(true, { xmlns: false })
  let text = ''
  let depth = 0
  let failure: unknown = null
  parser.onerror = (error) => {
    failure ??= error
  }
  parser.ondoctype = () => {
    failure ??= new Error('a document type')
  }
  let isSaid = false
  parser.onopentag = (tag) => {
    const name = plain(tag.name)
    if (holds.has(name)) depth += 1
    // A cell's value is a number or what a formula came to; of the other kinds it is the place of a text, a yes or an error.
    if (name === 'c') isSaid = tag.attributes.t === undefined || ['n', 'str'].includes(String(tag.attributes.t))
    if (name === 'v' && isSaid) depth += 1
  }
  parser.onclosetag = (tag) => {
    const name = plain(tag)
    if (holds.has(name) || (name === 'v' && isSaid)) depth -= 1
    if (tag === 'draw:page') text += pageBreak
    else if (ends.has(name)) text += ' '
  }
  parser.ontext = (given) => {
    if (isOpen || depth > 0) text += given
  }
  const decoder = new TextDecoder()
  for await (const chunk of await promisify<Entry, Readable>(zip.openReadStream.bind(zip))(entry)) {
    parser.write(decoder.decode(chunk as Buffer, { stream: true }))
    if (failure) throw failure
    if (text.length > limit) return text.slice(0, limit)
  }
  parser.close()
  if (failure) throw failure
  return text
}

const plain = (name: string) => name.replace(/^\w+:/, '')
