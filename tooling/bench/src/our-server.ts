import { monitorEventLoopDelay } from 'node:perf_hooks'
import { servers } from '@crm/catalog/server'
import { openHttp, openSystem, readEnv } from '@crm/platform/server'

const system = openSystem(readEnv(process.env), { apps: servers, process: 'bench' })
const http = await openHttp(system)
await http.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`port ${(http.server.address() as { port: number }).port}\n`)
// Measured from the first question on: the clock that it takes would weigh on every figure that has no use for it.
const lag = monitorEventLoopDelay({ resolution: 1 })
process.on('SIGUSR2', () => {
  process.stdout.write(`lag ${lag.percentile(99) / 1e6}\n`)
  if (!lag.enable()) lag.reset()
})
process.on('SIGTERM', () => process.exit(0))
