import fastifyStatic from '@fastify/static'
import { Failure } from '@crm/platform'
import { refuse } from '@crm/platform/server'
import type { FastifyInstance } from 'fastify'

const yearSeconds = 31_536_000
const ours = ['/trpc/', '/files/', '/events', '/healthz', '/readyz', '/assets/']

/** The built shell: files with a hash in their name for a year, the page itself asked for each time; every other address is a page of it. */
export async function serveShell(http: FastifyInstance, folder: string): Promise<void> {
  await http.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', path.includes('/assets/') ? `public, max-age=${yearSeconds}, immutable` : 'no-cache'),
  })
  http.setNotFoundHandler((raw, reply) => {
    const isPage = (raw.method === 'GET' || raw.method === 'HEAD') && !ours.some((path) => raw.url.startsWith(path))
    if (isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return reply.send(refuse(raw, reply, new Failure('unknown-procedure')))
  })
}
