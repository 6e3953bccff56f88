import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Failure, fold, type HelpChapter, type HelpHit, type Language } from '../index.ts'
import type { System } from './context.ts'

interface Chapter extends HelpChapter {
  /** Right ids of which one opens the chapter. */
  readonly rights: readonly string[]
  readonly markdown: string
}

const shelves = new Map<string, Promise<Chapter[]>>()

/** The contents for one reader: a chapter whose right is not held does not exist. */
export async function chaptersFor(system: System, reader: { rights: ReadonlySet<string>; language: Language }): Promise<HelpChapter[]> {
  const all = await Promise.all(system.apps.map((server) => shelf(server.app.id, server.help, reader.language)))
  return all
    .flat()
    .filter((chapter) => isOpenTo(chapter, reader.rights))
    .map(({ app, id, title }) => ({ app, id, title }))
}

/** @throws Failure 'missing' for a chapter that is not there or not for this reader */
export async function chapterOf(
  system: System,
  wanted: { app: string; id: string; language: Language; rights: ReadonlySet<string> },
): Promise<{ title: string; markdown: string }> {
  const server = system.apps.find((candidate) => candidate.app.id === wanted.app)
  const chapters = server ? await shelf(server.app.id, server.help, wanted.language) : []
  const chapter = chapters.find((candidate) => candidate.id === wanted.id && isOpenTo(candidate, wanted.rights))
  if (!chapter) throw new Failure('missing')
  return { title: chapter.title, markdown: chapter.markdown }
}

/** Chapters that hold every word, in any part of any word and without marks mattering; titles first. */
export async function findChapters(system: System, sought: { text: string; language: Language; rights: ReadonlySet<string> }): Promise<HelpHit[]> {
  const words = fold(sought.text).split(' ').filter(Boolean)
  const all = (await Promise.all(system.apps.map((server) => shelf(server.app.id, server.help, sought.language)))).flat()
  const hits = all
    .filter((chapter) => isOpenTo(chapter, sought.rights))
    .map((chapter) => ({ chapter, title: fold(chapter.title), body: fold(plainOf(chapter.markdown)) }))
    .filter(({ title, body }) => words.every((word) => title.includes(word) || body.includes(word)))
    .sort((left, right) => countIn(right.title, words) - countIn(left.title, words))
  return hits.slice(0, hitLimit).map(({ chapter: { app, id, title, markdown } }) => ({ app, id, title, excerpt: excerptOf(plainOf(markdown), words[0] ?? '') }))
}

/** The chapter about a right, where the reader holds it. @throws Failure 'missing' */
export async function chapterAbout(system: System, wanted: { right: string; language: Language; rights: ReadonlySet<string> }): Promise<HelpChapter> {
  const app = wanted.right.split('.')[0]
  const server = system.apps.find((candidate) => candidate.app.id === app)
  const chapters = server ? await shelf(server.app.id, server.help, wanted.language) : []
  const chapter = chapters.find((candidate) => candidate.rights.includes(wanted.right) && isOpenTo(candidate, wanted.rights))
  if (!chapter) throw new Failure('missing')
  return { app: chapter.app, id: chapter.id, title: chapter.title }
}

const hitLimit = 50
const around = 90
const countIn = (title: string, words: readonly string[]) => words.filter((word) => title.includes(word)).length

/** The text without the signs of its markup. */
const plainOf = (markdown: string) =>
  markdown
    .replace(/[*`#>]|\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

/** Folding changes lengths, so the place is found word by word. */
function excerptOf(text: string, word: string): string {
  const words = text.split(' ')
  const at = Math.max(
    words.findIndex((one) => fold(one).includes(word)),
    0,
  )
  const from = words.slice(0, at).join(' ').length
  const begin = Math.max(0, from - around)
  return `${begin > 0 ? '…' : ''}${text.slice(begin, from + 2 * around).trim()}${from + 2 * around < text.length ? '…' : ''}`
}

/** Every chapter of an app, for the check that each right has one. */
export function shelf(app: string, folder: URL, language: Language): Promise<Chapter[]> {
  const path = fileURLToPath(new URL(`${language}/`, folder))
  const known = shelves.get(path)
  if (known) return known
  const read = readShelf(app, path)
  shelves.set(path, read)
  return read
}

async function readShelf(app: string, path: string): Promise<Chapter[]> {
  const names = (await readdir(path)).filter((name) => name.endsWith('.md')).sort()
  return Promise.all(names.map(async (name) => chapterFrom(app, name.slice(0, -3), await readFile(`${path}/${name}`, 'utf8'))))
}

/** Front matter of two lines, `title:` and `rights:` (ids separated by commas), then the text. */
function chapterFrom(app: string, id: string, text: string): Chapter {
  const parts = /^---\ntitle: (.+)\nrights: (.+)\n---\n([\s\S]*)$/.exec(text)
  if (!parts?.[1] || !parts[2]) throw new Error(`Help chapter ${app}/${id} needs front matter with title and rights`)
  return { app, id, title: parts[1], rights: parts[2].split(',').map((right) => right.trim()), markdown: parts[3] ?? '' }
}

const isOpenTo = (chapter: Chapter, rights: ReadonlySet<string>) => chapter.rights.some((right) => rights.has(right))
