import { servers } from '@crm/catalog/server'
import { openSystem, openWorker, readEnv } from '@crm/platform/server'

/** A worker that wakes for nothing but what it is sent: what falls due by itself would be measured along. */
const apps = servers.map((server) => ({ ...server, handlers: (server.handlers ?? []).filter((handler) => handler.cron === undefined) }))
const system = openSystem(readEnv(process.env), { apps, process: 'bench' })
await openWorker(system)
process.stdout.write('port 0\n')
process.on('SIGTERM', () => process.exit(0))
