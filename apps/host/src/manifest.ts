import { servers } from '@crm/catalog/server'
import { openHttp, openSystem, proceduresOf, readEnv, routesOf } from '@crm/platform/server'

/** Every door of the system with the right that it demands, for testers who try them all. */
export async function manifest(): Promise<void> {
  const system = openSystem(readEnv(process.env), { apps: servers, process: 'crm' })
  const http = await openHttp(system)
  await http.ready()
  process.stdout.write(`${JSON.stringify({ procedures: proceduresOf(servers), routes: routesOf(http) }, null, 2)}\n`)
  await http.close()
  await system.close()
}
