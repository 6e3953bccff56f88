import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'

const taken = createServer()
afterAll(() => taken.close())

/** Start the server as its operator does, and read what it says before it gives up. */
function begin(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url))], {
    env: { ...process.env, CRM_DATA: tmpdir(), LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, said })))
}

it('says which port is taken', async () => {
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as { port: number } // listening on TCP
  const { code, said } = await begin({ PORT: String(port) })
  expect([code, said]).toEqual([1, `Port ${port} jest zajęty; ustaw inny w PORT. Port ${port} is taken; set another one in PORT.\n`])
})

it('says that the folder of the files cannot be written', async () => {
  const { code, said } = await begin({ CRM_DATA: '/dev/null/files', PORT: '0' })
  expect(code).toBe(1)
  expect(said).toContain('Nie mogę pisać w folderze plików /dev/null/files (ENOTDIR)')
})

it('names a variable that is missing', async () => {
  const { code, said } = await begin({ MYSQL_URL: '' })
  expect(code).toBe(1)
  expect(said).toContain('MYSQL_URL')
})
