import { constants, existsSync } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { servers } from '@crm/catalog/server'
import { openHttp, openSystem, readEnv } from '@crm/platform/server'
import { serveShell } from './shell.ts'

const env = readEnv(process.env)
await mustWrite(env.CRM_DATA)
const system = openSystem(env, { apps: servers, process: 'host' })
const http = await openHttp(system)
const shell = fileURLToPath(new URL('../../shell/dist/', import.meta.url))
if (existsSync(shell)) await serveShell(http, shell)

/** The folder of the files, tried before anybody uploads into it. */
async function mustWrite(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error)
    process.stderr.write(`Nie mogę pisać w folderze plików ${folder} (${code}). I cannot write to the folder of the files: give this user the right to it.\n`)
    process.exit(1)
  }
}

let isStopping = false
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  await http.close()
  await system.close()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)

try {
  const address = await http.listen({ host: env.HOST, port: env.PORT })
  system.log.info({ address }, 'listening')
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  process.stderr.write(isTaken ? `Port ${env.PORT} jest zajęty; ustaw inny w PORT. Port ${env.PORT} is taken; set another one in PORT.\n` : `${String(error)}\n`)
  process.exit(1)
}
