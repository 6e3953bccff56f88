import { servers } from '@crm/catalog/server'
import { openSystem, openWorker, readEnv } from '@crm/platform/server'

const system = openSystem(readEnv(process.env), { apps: servers, process: 'worker' })
const worker = await openWorker(system)
system.log.info('working')

let isStopping = false
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  await worker.stop()
  await system.close()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
