import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { birthOf, end, isLiving } from './living.mjs'
import { isFree, portFrom } from './port.mjs'

it('knows a process by pid and birth, and ends it and no other', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  const one = { pid: child.pid, birth: birthOf(child.pid) }
  expect(isLiving(one)).toBe(true)
  expect(isLiving({ ...one, birth: 'another' })).toBe(false)
  await end({ ...one, birth: 'another' })
  expect(isLiving(one)).toBe(true)
  await end(one)
  expect(isLiving(one)).toBe(false)
})

it('makes one that does not listen end too', async () => {
  const child = spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('on')"], { stdio: ['ignore', 'pipe', 'ignore'] })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const one = { pid: child.pid, birth: birthOf(child.pid) }
  await end(one, { patienceMs: 300 })
  expect(isLiving(one)).toBe(false)
})

it('sees a taken port and finds a free one', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number } // listening on TCP
  expect(await isFree(port)).toBe(false)
  expect(await portFrom(port)).toBeGreaterThan(port)
  server.close()
})
