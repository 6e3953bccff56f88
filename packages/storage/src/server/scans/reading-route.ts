import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Failure, type Right } from '@crm/platform'
import { refuse, type System } from '@crm/platform/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FoundInText, FoundOnPage, ReadPdf } from '../../found-in-text.ts'
import { contentType } from '../content-type.ts'
import { inLimitedProcess } from './limited-process.ts'
import type { Signs } from './signs.ts'

interface Reading {
  /** `contracts.trade` */
  readonly kind: string
  readonly right: Right
  /** What a page's text says. */
  readonly find: (text: string) => readonly FoundInText[]
}

const largest = 30 * 1_048_576
const mostPages = 12
const mostPictures = 4

/** `POST /files/<kind>/read`: what a PDF with text says, for a form to be filled in from it. Nothing of the file is kept. */
export function readingRoute(http: FastifyInstance, system: System, { kind, right, find }: Reading): void {
  const guard = http.guard(right)
  http.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_raw, _body, done) => done(null))
    scope.post(`/files/${kind}/read`, { bodyLimit: largest, config: { right } }, async (raw, reply) => {
      const folder = join(system.env.CRM_DATA, 'reading', randomUUID())
      try {
        const ctx = await guard(raw, reply)
        await mkdir(folder, { recursive: true })
        const answer = await readPdf(await received(raw, join(folder, 'a.pdf')), { folder, find })
        await ctx.journalRead({ document: `${kind}:0`, note: `PDF, ${answer.found.length}` })
        return await reply.header('cache-control', 'no-store').send(answer)
      } catch (error) {
        return reply.send(refuse(raw, reply, error))
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    })
  })
}

/** @throws Failure 'too-large', 'empty-file' or 'wrong-type' */
async function received({ raw }: FastifyRequest, path: string): Promise<string> {
  let size = 0
  await pipeline(
    raw,
    async function* (chunks) {
      for await (const chunk of chunks as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > largest) throw new Failure('too-large', { limit: largest })
        yield chunk
      }
    },
    createWriteStream(path),
  )
  if (size === 0) throw new Failure('empty-file', { name: 'PDF' })
  const found = await contentType(path)
  if (found !== 'application/pdf') throw new Failure('wrong-type', { name: 'PDF', found })
  return path
}

async function readPdf(path: string, { folder, find }: { folder: string; find: Reading['find'] }): Promise<ReadPdf> {
  const answer = await inLimitedProcess({ do: 'signs', path, count: mostPages })
  if (answer.failure !== undefined) throw new Failure('wrong-type', { name: 'PDF', found: answer.failure })
  const found = answer.pages.flatMap((signs, at) => find(signs.text).map((one) => onPage(one, signs, at + 1)))
  const pictures: Record<number, string> = {}
  for (const page of [...new Set(found.map((one) => one.page))].slice(0, mostPictures)) {
    const to = join(folder, `${page}.webp`)
    const drawn = await inLimitedProcess({ do: 'picture', path, page, to })
    if (drawn.failure === undefined) pictures[page] = `data:image/webp;base64,${(await readFile(to)).toString('base64')}`
  }
  return { hasText: answer.pages.some(({ text }) => text.trim() !== ''), found, pictures }
}

function onPage({ kind, value, field, from, to }: FoundInText, { text, boxes }: Signs, page: number): FoundOnPage {
  const edges = Array.from({ length: to - from }, (_sign, at) => boxes.slice(4 * (from + at), 4 * (from + at) + 4)).filter(([, , width = 0, height = 0]) => width > 0 && height > 0)
  const low = (at: 0 | 1) => Math.min(...edges.map((edge) => edge[at] ?? 0))
  const high = (at: 0 | 1) => Math.max(...edges.map((edge) => (edge[at] ?? 0) + (edge[at + 2] ?? 0)))
  const box = edges.length === 0 ? null : ([low(0), low(1), high(0) - low(0), high(1) - low(1)] as const)
  return { kind, value, field, page, text: text.slice(from, to).replaceAll(/\s+/g, ' '), box }
}
