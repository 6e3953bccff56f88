import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Failure, type HelpChapter, type Language } from '../index.ts'
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
