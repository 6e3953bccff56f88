import { createServer } from 'node:net'

/** Whether nobody listens there. */
export function isFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}

/** Any port that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** The first free port from a wished one upwards. */
export async function portFrom(wished) {
  for (let port = wished; port < wished + 50; port += 1) if (await isFree(port)) return port
  return freePort()
}
