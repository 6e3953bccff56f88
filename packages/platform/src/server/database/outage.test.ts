import { connect, createServer, type Server, type Socket } from 'node:net'
import { type House, openHouse, usualBrowser } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHttp } from '../http/http.ts'
import { platformServer } from '../platform-server.ts'
import { openSystem } from '../system.ts'

/** A wire to the database that can be cut and mended. */
async function openWire(target: URL) {
  const sockets = new Set<Socket>()
  let isCut = false
  const server: Server = createServer((near) => {
    if (isCut) return near.destroy()
    const far = connect(Number(target.port), target.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    }
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as { port: number }).port, // listening on TCP
    cut() {
      isCut = true
      for (const socket of sockets) socket.destroy()
    },
    mend: () => {
      isCut = false
    },
    close: () => server.close(),
  }
}

let house: House
let stop = async () => {}

beforeAll(async () => {
  house = await openHouse([platformServer])
  await house.hire('anna', 'all')
})
afterAll(async () => {
  await stop()
  await house.close()
})

it('says 503 while the database is away and goes on by itself when it is back', async () => {
  const address = new URL(house.stores.MYSQL_URL)
  const wire = await openWire(new URL(address))
  address.port = String(wire.port)
  const system = openSystem({ ...house.system.env, MYSQL_URL: address.href }, { apps: [platformServer], process: 'test' })
  const http = await openHttp(system)
  stop = async () => {
    await http.close()
    await system.close()
    wire.close()
  }
  const headers = { cookie: (await house.signIn('anna')).cookie(), 'user-agent': usualBrowser }
  const ask = () => http.inject({ url: '/trpc/platform.notices.list', headers })
  const save = () =>
    http.inject({
      method: 'POST',
      url: '/trpc/platform.preferences.set',
      headers: { ...headers, 'content-type': 'application/json' },
      payload: JSON.stringify({ key: 'kept', value: 1 }),
    })
  expect((await ask()).statusCode).toBe(200)
  expect((await save()).statusCode).toBe(200)

  wire.cut()
  for (const answer of [await ask(), await save(), await http.inject('/readyz')]) {
    expect(answer.statusCode).toBe(503)
    expect(answer.json().error.data.failure.code).toBe('unavailable')
  }
  expect((await http.inject('/healthz')).statusCode).toBe(200)

  wire.mend()
  expect((await ask()).statusCode).toBe(200)
  expect((await save()).statusCode).toBe(200)
})
