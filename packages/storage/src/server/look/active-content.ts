import { readFile, stat } from 'node:fs/promises'
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib'
import { activities, type Activity } from '../../look.ts'

/** Beyond that only the plain bytes are searched: a parsed PDF takes many times its size. */
const largestParsed = 60_000_000

/** Actions by their kind; going to a page or a link that a person clicks is none. */
const actions: Readonly<Record<string, Activity>> = { JavaScript: 'script', Launch: 'launch', SubmitForm: 'send', ImportData: 'send' }
const keys: Readonly<Record<string, Activity>> = { JS: 'script', JavaScript: 'script', EmbeddedFiles: 'files', EmbeddedFile: 'files' }

/** What a PDF would do by itself or carries inside, also in packed parts of it and under names that are written otherwise. @see product/security.md 21 */
export async function activitiesIn(path: string): Promise<Activity[]> {
  const { size } = await stat(path)
  const bytes = await readFile(path)
  const found = size <= largestParsed ? await parsed(bytes).catch(() => plain(bytes)) : plain(bytes)
  return activities.filter((one) => found.has(one))
}

async function parsed(bytes: Buffer): Promise<Set<Activity>> {
  const { context } = await PDFDocument.load(bytes, { password: '', updateMetadata: false, throwOnInvalidObject: false })
  const found = new Set<Activity>()
  for (const [, object] of context.enumerateIndirectObjects()) look(object, found, 0)
  return found
}

function look(object: PDFObject, found: Set<Activity>, depth: number): void {
  if (depth > 20) return
  if (object instanceof PDFStream) look(object.dict, found, depth + 1)
  if (object instanceof PDFArray) for (const one of object.asArray()) look(one, found, depth + 1)
  if (!(object instanceof PDFDict)) return
  for (const [name, value] of object.entries()) {
    const key = name.decodeText()
    const activity = keys[key] ?? (key === 'S' && value instanceof PDFName ? actions[value.decodeText()] : undefined)
    if (activity) found.add(activity)
    look(value, found, depth + 1)
  }
}

function plain(bytes: Buffer): Set<Activity> {
  const words = { '/JavaScript': 'script', '/JS': 'script', '/Launch': 'launch', '/SubmitForm': 'send', '/EmbeddedFile': 'files' } as const
  return new Set(Object.entries(words).flatMap(([word, activity]) => (bytes.includes(word) ? [activity] : [])))
}
