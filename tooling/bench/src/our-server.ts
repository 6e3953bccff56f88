import { servers } from '@crm/catalog/server'
import { openHttp, openSystem, readEnv } from '@crm/platform/server'

const system = openSystem(readEnv(process.env), { apps: servers, process: 'bench' })
const http = await openHttp(system)
await http.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`port ${(http.server.address() as { port: number }).port}\n`)
process.on('SIGTERM', () => process.exit(0))
